using Xunit.Sdk;

namespace Assistant.Tests.Indexing;

/// <summary>A test that is inherited by several classes, and skipped in those whose server is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Assistant.Tests.Indexing.ContractFactDiscoverer", "Assistant.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>The same, for every row of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Assistant.Tests.Indexing.ContractTheoryDiscoverer", "Assistant.Tests")]
public sealed class ContractTheoryAttribute : TheoryAttribute;
