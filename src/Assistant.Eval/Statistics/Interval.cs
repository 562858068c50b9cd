namespace Assistant.Eval.Statistics;

/// <summary>A confidence interval, both ends included.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end; not below <paramref name="Low"/>.</param>
internal readonly record struct Interval(double Low, double High);
