namespace Assistant.IntegrationTests.Api;

/// <summary>Tests that share one server; they must not disturb its sample articles.</summary>
[CollectionDefinition(Name)]
public sealed class ApiTests : ICollectionFixture<ApiServer>
{
    public const string Name = "API";
}
