using Assistant.Core.Indexing;

namespace Assistant.Tests.Indexing;

public sealed class SqlitePassageIndexTests : PassageIndexContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-index-").FullName;

    protected override async Task<IPassageIndex> OpenAsync() => await SqlitePassageIndex.OpenAsync(
        Path.Combine(_folder, "index.db"), IndexFixtures.Fingerprint, TimeProvider.System, CancellationToken.None);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
