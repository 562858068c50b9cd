using System.Text;
using Assistant.Api.Articles;
using Assistant.Api.Problems;

namespace Assistant.Tests.Api;

public sealed class UploadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-uploads").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("minutes.txt", "minutes.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\me\minutes.md", "minutes.md")]
    [InlineData("..", "article.txt")]
    [InlineData("", "article.txt")]
    [InlineData(".hidden.txt", "hidden.txt")]
    [InlineData("a\0b\u001b[31m.txt", "ab[31m.txt")]
    [InlineData("what?*.html", "what.html")]
    public void Makes_a_file_name_safe(string name, string expected) => Assert.Equal(expected, Upload.SafeName(name));

    [Fact]
    public void Keeps_the_end_of_a_long_name() =>
        Assert.EndsWith(".txt", Upload.SafeName(new string('a', 5000) + ".txt"), StringComparison.Ordinal);

    [Fact]
    public async Task Leaves_nothing_behind_when_a_file_breaks_off()
    {
        await using var broken = new BrokenStream();

        await Assert.ThrowsAsync<IOException>(() => Upload.SaveAsync(_folder, broken, new FileDescription("a.txt", null, null), CancellationToken.None));

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Never_leaves_the_folder_of_uploads()
    {
        var upload = await SaveAsync("../../../escape.txt", "text");

        var file = Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.StartsWith(upload.Folder, file, StringComparison.Ordinal);
        Assert.StartsWith(_folder, upload.Folder, StringComparison.Ordinal);
        upload.Delete();
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task The_same_content_under_the_same_name_has_the_same_path_below_its_folder()
    {
        var first = await SaveAsync("a.txt", "text");
        var second = await SaveAsync("a.txt", "text");
        var other = await SaveAsync("a.txt", "other");

        Assert.Equal(Below(first), Below(second));
        Assert.NotEqual(Below(first), Below(other));
    }

    [Theory]
    [InlineData("""url""")]
    [InlineData("""blank""")]
    [InlineData("""longKey""")]
    public async Task Refuses_a_request_that_cannot_become_an_article(string kind)
    {
        var request = kind switch
        {
            "url" => new ArticleRequest { Url = "file:///etc/passwd" },
            "blank" => new ArticleRequest { Text = " \n " },
            _ => new ArticleRequest { Text = "text", Key = new string('k', 501) },
        };

        var refusal = await Assert.ThrowsAsync<ProblemException>(() => Upload.SaveAsync(_folder, request, CancellationToken.None));

        Assert.Equal(400, refusal.Problem.Status);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    private Task<Upload> SaveAsync(string name, string text) => Upload.SaveAsync(
        _folder, new MemoryStream(Encoding.UTF8.GetBytes(text)), new FileDescription(name, null, null), CancellationToken.None);

    private static string Below(Upload upload) =>
        Path.GetRelativePath(upload.Folder, Directory.GetFiles(upload.Folder, "*", SearchOption.AllDirectories)[0]);

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("It broke off.");
    }
}
