using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Assistant.Eval.Reporting;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;
using Assistant.Tests.Eval.Running;

namespace Assistant.Tests.Eval.Reporting;

public sealed class HtmlReportTests
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>\"'><!--";
    private static readonly BootstrapOptions Quick = BootstrapOptions.Default with { Resamples = 200 };

    [Fact]
    public async Task Shows_every_question_with_its_quote_marked()
    {
        var page = Parse(HtmlReport.Render(await RunAsync(broken: false), null, Quick));

        Assert.Equal(6, page.QuerySelectorAll("details.q").Length);
        Assert.Equal("The answer is number 0.", page.QuerySelector("details.q mark")!.TextContent);
        Assert.Equal("scripted", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("svg polyline.now"));
        Assert.Equal("0.833", page.QuerySelector(".card .value")!.TextContent.Trim());
    }

    [Fact]
    public async Task Stands_side_by_side_with_a_baseline()
    {
        var page = Parse(HtmlReport.Render(await RunAsync(broken: true), await RunAsync(broken: false), Quick));

        Assert.Equal(6, page.QuerySelectorAll(".sides.two").Length);
        Assert.NotEmpty(page.QuerySelectorAll("details.q.was"));
        Assert.NotNull(page.QuerySelector(".verdict"));
        Assert.NotNull(page.QuerySelector("svg polyline.then"));
    }

    [Fact]
    public async Task Needs_nothing_from_outside()
    {
        var page = Parse(HtmlReport.Render(await RunAsync(broken: false), null, Quick));

        Assert.Empty(page.QuerySelectorAll("[src], link, iframe, object, embed, a[href]"));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_only_its_own_script_run()
    {
        var page = Parse(HtmlReport.Render(await RunAsync(broken: false), null, Quick));

        var script = Assert.Single(page.QuerySelectorAll("script")).TextContent;
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"script-src 'sha256-{digest}'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_stays_text_wherever_it_stands()
    {
        var run = await RunAsync(broken: true);
        var row = run.Rows[1] with
        {
            Id = Hostile,
            Question = Hostile,
            StandaloneQuestion = Hostile + "?",
            Kind = Hostile,
            Split = Hostile,
            Text = Hostile,
            ShortAnswer = Hostile,
            ExpectedAnswers = [Hostile],
            Evidence = [Hostile],
            Citations = [run.Rows[1].Citations[0] with { Quote = Hostile, Title = Hostile, DocumentId = Hostile, PassageText = Hostile }],
        };
        var unmeasured = new QuestionResult { Id = "u", Question = Hostile, Group = Hostile, Answerable = true, Unmeasured = Hostile };

        var page = Parse(HtmlReport.Render(
            run with { Suite = Hostile, Rows = [row, unmeasured], IndexFingerprint = Hostile, IsComplete = false }, null, Quick));

        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.DoesNotContain(page.All, static element => element.Attributes.Any(static attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Equal(Hostile, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll(".notice").Length);
    }

    [Fact]
    public async Task A_run_of_nothing_is_still_a_page()
    {
        var page = Parse(HtmlReport.Render((await RunAsync(broken: false)) with { Rows = [] }, null, Quick));

        Assert.Empty(page.QuerySelectorAll("details.q, svg"));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string page) => new HtmlParser().ParseDocument(page);

    private static async Task<RunResult> RunAsync(bool broken)
    {
        var script = new ScriptedSuite(6);
        for (var i = 0; i < 6; i++) script.Answer(i, broken ? [(i + 1) % 6, i] : [i, (i + 1) % 6]);
        script.Refuse(5, 5);
        var rows = new List<QuestionResult>();
        for (var i = 0; i < 6; i++) rows.Add(await script.RunAsync(i));
        return new RunResult { Suite = "scripted", SuiteHash = "hash", IndexFingerprint = "fingerprint", Documents = 6, Rows = rows };
    }
}
