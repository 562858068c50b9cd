namespace Assistant.Eval.Comparison;

/// <summary>Two runs cannot be compared; the message says which questions or options differ and what to do.</summary>
/// <param name="message">For people.</param>
public sealed class RunMismatchException(string message) : Exception(message);
