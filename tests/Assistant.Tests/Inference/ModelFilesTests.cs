using Assistant.Inference;

namespace Assistant.Tests.Inference;

public sealed class ModelFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_shipped_models_lie_beside_the_program()
    {
        Assert.True(File.Exists(Path.Combine(ModelDirectory.Find("reader"), "model.safetensors")));
        Assert.True(File.Exists(Path.Combine(ModelDirectory.Find("bge-small-en-v1.5"), "LICENSE")));
    }

    [Fact]
    public void A_model_that_is_not_there_is_named_with_what_to_do()
    {
        var exception = Assert.Throws<DirectoryNotFoundException>(() => ModelDirectory.Find("no-such-model"));
        Assert.Contains("no-such-model", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Build the program again", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config.json")]
    [InlineData("vocab.txt")]
    [InlineData("model.safetensors")]
    public void A_missing_file_is_named(string name)
    {
        CopyReader();
        File.Delete(Path.Combine(_folder.FullName, name));
        var exception = Assert.Throws<FileNotFoundException>(() => ReaderModel.Load(_folder.FullName));
        Assert.Contains(Path.Combine(_folder.FullName, name), exception.Message, StringComparison.Ordinal);
        Assert.Contains($"Copy the model's {name} there.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"hidden_size\": 384", "\"hidden_size\": 768", "the model needs")]
    [InlineData("\"hidden_size\": 384", "\"hidden_size\": 390", "multiples of 32")]
    [InlineData("\"num_hidden_layers\": 12", "\"num_hidden_layers\": 13", "encoder.layer.12.")]
    [InlineData("\"num_hidden_layers\": 12", "\"num_hidden_layers\": 0", "must be positive")]
    [InlineData("\"intermediate_size\": 1536", "\"intermediate_size\": \"many\"", "does not describe a model")]
    [InlineData("\"max_length\": 384", "\"max_length\": 4096", "its limits")]
    [InlineData("\"max_length\": 384", "\"max_length\": 76", "its limits")]
    [InlineData("\"max_answer_tokens\": 30,", "", "does not describe a model")]
    [InlineData("\"vocab_size\": 30522", "\"vocab_size\": 30000", "Copy vocab.txt and config.json of one model")]
    public void A_configuration_that_does_not_fit_the_other_files_is_refused(string original, string changed, string reason)
    {
        CopyReader();
        string path = Path.Combine(_folder.FullName, "config.json");
        string config = File.ReadAllText(path);
        Assert.Contains(original, config, StringComparison.Ordinal);
        File.WriteAllText(path, config.Replace(original, changed, StringComparison.Ordinal));
        var exception = Assert.Throws<InvalidDataException>(() => ReaderModel.Load(_folder.FullName));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_encoder_without_heads_is_no_reader()
    {
        CopyReader();
        string encoder = Path.Combine(ModelDirectory.Find("bge-small-en-v1.5"), "model.safetensors");
        File.Copy(encoder, Path.Combine(_folder.FullName, "model.safetensors"), overwrite: true);
        var exception = Assert.Throws<InvalidDataException>(() => ReaderModel.Load(_folder.FullName));
        Assert.Contains("the tensor span.weight is missing", exception.Message, StringComparison.Ordinal);
    }

    private void CopyReader()
    {
        foreach (string file in Directory.GetFiles(ModelDirectory.Find("reader")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }
}
