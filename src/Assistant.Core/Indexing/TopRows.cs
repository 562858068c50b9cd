namespace Assistant.Core.Indexing;

/// <summary>Keeps the best rows of those offered: highest score first, ties by the smaller passage id.</summary>
internal sealed class TopRows(int count, Guid[] ids)
{
    private readonly PriorityQueue<int, (double Score, Guid Id)> _worstFirst = new(
        Comparer<(double Score, Guid Id)>.Create((left, right) =>
            left.Score.CompareTo(right.Score) is var byScore && byScore != 0 ? byScore : right.Id.CompareTo(left.Id)));

    private double _worst = double.NegativeInfinity;

    public void Offer(int row, double score)
    {
        if (_worstFirst.Count < count)
            _worstFirst.Enqueue(row, (score, ids[row]));
        else if (count > 0 && score >= _worst)
            _worstFirst.EnqueueDequeue(row, (score, ids[row]));
        else
            return;
        if (_worstFirst.Count == count && _worstFirst.TryPeek(out _, out var worst))
            _worst = worst.Score;
    }

    /// <summary>The rows kept, best first. Empties this.</summary>
    public IReadOnlyList<int> Take()
    {
        var rows = new int[_worstFirst.Count];
        for (var i = rows.Length - 1; i >= 0; i--)
            rows[i] = _worstFirst.Dequeue();
        return rows;
    }
}
