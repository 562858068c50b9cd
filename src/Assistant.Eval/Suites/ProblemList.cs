namespace Assistant.Eval.Suites;

/// <summary>Collects what is wrong with a suite's or an import's files, so that all of it is told at once.</summary>
internal sealed class ProblemList
{
    private readonly List<string> _items = [];

    /// <summary>Everything added, as <c>file:line: what is wrong</c>, in order.</summary>
    public IReadOnlyList<string> Items => _items;

    /// <summary>Adds a problem of a line of a file; only the file's name is kept.</summary>
    public void Add(string path, int line, string problem) =>
        _items.Add($"{Path.GetFileName(path)}:{line}: {problem}");

    /// <summary>Adds a problem of a file or folder as a whole.</summary>
    public void Add(string path, string problem) => _items.Add($"{Path.GetFileName(path)}: {problem}");

    /// <summary>Runs a step that may find its record malformed; then the problem is added and the record left out.</summary>
    /// <returns>What the step gave, or null when it failed.</returns>
    public T? Try<T>(string path, int line, Func<T> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (InvalidDataException exception)
        {
            Add(path, line, exception.Message);
            return null;
        }
    }

    /// <summary>Stops when anything was added.</summary>
    /// <exception cref="SuiteFormatException">There is a problem.</exception>
    public void ThrowIfAny(string suite)
    {
        if (_items.Count > 0) throw new SuiteFormatException(suite, _items);
    }
}
