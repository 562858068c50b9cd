using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Assistant.Tests.Indexing.Qdrant;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Assistant.Tests.Indexing;

/// <summary>Finds inherited tests; xunit 2 cannot skip by class, so the test case looks at its class.</summary>
public sealed class ContractFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new ContractTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

/// <summary>The same, for every row of data; one skipped case stands for all rows.</summary>
public sealed class ContractTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute)
    {
        if (ContractTestCase.SkipReasonOf(testMethod) is null) return base.Discover(discoveryOptions, testMethod, theoryAttribute);
        var (display, options) = (discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault());
        return [new ContractTestCase(DiagnosticMessageSink, display, options, testMethod)];
    }
}

/// <summary>A test that is skipped when its class needs a server that is not there.</summary>
public sealed class ContractTestCase : XunitTestCase
{
    [SuppressMessage("Info Code Smell", "S1133", Justification = "xunit's base class wants it so.")]
    [Obsolete("Called by the deserializer.")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ContractTestCase()
    {
    }

    public ContractTestCase(
        IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(sink, display, options, testMethod)
    {
    }

    public static string? SkipReasonOf(ITestMethod testMethod)
    {
        var needed = testMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsQdrantAttribute))
            .Select(static one => one.GetNamedArgument<string>(nameof(NeedsQdrantAttribute.Variable))).FirstOrDefault();
        return needed is null || !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(needed))
            ? null : $"Needs a running Qdrant: set {needed}.";
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => SkipReasonOf(TestMethod) ?? base.GetSkipReason(factAttribute);
}
