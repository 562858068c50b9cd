using Assistant.Core.Indexing;
using Assistant.Eval.Running;

namespace Assistant.Tests.Eval.Running;

public sealed class SuiteRunRequestTests
{
    [Fact]
    public void A_run_on_Qdrant_does_not_go_on_from_one_on_a_file()
    {
        var request = new SuiteRunRequest { SuitePath = "suite", DataFolder = "data", Limit = 3 };

        Assert.False(Header(request.Options(IndexKind.Qdrant)).Matches(Header(request.Options(IndexKind.Embedded))));
        Assert.True(Header(request.Options(IndexKind.Qdrant)).Matches(Header(request.Options(IndexKind.Qdrant))));
    }

    private static RunHeader Header(SortedDictionary<string, string> options) => new("suite", "hash", "fingerprint", options);
}
