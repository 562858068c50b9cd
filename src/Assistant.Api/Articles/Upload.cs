using System.Security.Cryptography;
using System.Text;
using Assistant.Api.Problems;

namespace Assistant.Api.Articles;

/// <summary>An article that was sent, as a file in a folder of its own until it is ingested, or the address of one.</summary>
/// <param name="Folder">Full path of a folder that holds one folder, named after the content's hash, with the file; empty for an address.</param>
/// <param name="FileName">The file's name, as the client gave it, made safe; or the address.</param>
/// <param name="Key">The article's key, when the client gave one; else the hash and the name stand for it.</param>
/// <param name="Title">The article's title, when the client gave one.</param>
internal sealed record Upload(string Folder, string FileName, string? Key, string? Title)
{
    private const int MaximumNameLength = 120;
    private const int MaximumTitleLength = 500;
    private const int MaximumUrlLength = 2000;

    /// <summary>It is to be fetched from its address.</summary>
    public bool IsUrl => Folder.Length == 0;

    /// <summary>Keeps a text as a file.</summary>
    public static Task<Upload> SaveAsync(string uploads, ArticleRequest request, CancellationToken cancellationToken)
    {
        if (request.Url is not null) return Task.FromResult(OfUrl(request));
        if (string.IsNullOrWhiteSpace(request.Text)) throw new ProblemException(Problem.InvalidValue("text is empty."));
        var extension = request.Format switch
        {
            ArticleFormat.Markdown => ".md",
            ArticleFormat.Html => ".html",
            _ => ".txt",
        };
        var content = new MemoryStream(Encoding.UTF8.GetBytes(request.Text));
        return SaveAsync(uploads, content, new FileDescription($"article{extension}", request.Key, request.Title), cancellationToken);
    }

    /// <summary>Keeps a stream as a file.</summary>
    public static async Task<Upload> SaveAsync(
        string uploads, Stream content, FileDescription description, CancellationToken cancellationToken)
    {
        var key = Checked(description.Key, "key");
        var title = Checked(description.Title, "title");
        var folder = Path.Combine(uploads, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        Directory.CreateDirectory(folder);
        var upload = new Upload(folder, SafeName(description.Name), key, title);
        try
        {
            var arriving = Path.Combine(folder, "arriving");
            var hash = await WriteAsync(arriving, content, cancellationToken);
            File.Move(arriving, Path.Combine(Directory.CreateDirectory(Path.Combine(folder, hash)).FullName, upload.FileName));
            return upload;
        }
        catch
        {
            upload.Delete();
            throw;
        }
    }

    /// <summary>Deletes the file; one that another program holds is deleted when the server is started again.</summary>
    public void Delete()
    {
        try
        {
            if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder of uploads is emptied before the next server keeps its first one.
        }
    }

    /// <summary>The last part of a client's file name, without what a file system or a terminal may take amiss.</summary>
    internal static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(last.Where(static c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not (':' or '*' or '?' or '"' or '<' or '>' or '|')))
            .Trim().TrimStart('.');
        if (safe.Length > MaximumNameLength) safe = safe[^MaximumNameLength..].TrimStart('.');
        return safe.Length == 0 ? "article.txt" : safe;
    }

    private static Upload OfUrl(ArticleRequest request)
    {
        var url = request.Url!.Trim();
        var isWeb = Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        if (!isWeb || url.Length > MaximumUrlLength)
            throw new ProblemException(Problem.InvalidValue("url is no address that begins with http:// or https://."));
        if (request.Text is not null || request.Format is not null)
            throw new ProblemException(Problem.InvalidValue("Send either text and format, or url."));
        return new Upload("", url, Checked(request.Key, "key"), Checked(request.Title, "title"));
    }

    private static async Task<string> WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        await content.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private static string? Checked(string? value, string name)
    {
        if (value is null) return null;
        RequestChecks.Text(value, name, MaximumTitleLength);
        return value.Trim();
    }
}

/// <summary>What a client said of a file.</summary>
/// <param name="Name">Its name, untrusted.</param>
/// <param name="Key">The article's key.</param>
/// <param name="Title">The article's title.</param>
internal sealed record FileDescription(string Name, string? Key, string? Title);
