namespace Assistant.Eval.Statistics;

/// <summary>
/// Fits a logistic model by Newton's method (iteratively reweighted least squares) with a small L2 penalty.
/// </summary>
/// <remarks>
/// Source: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 2009, section 4.4.1. The penalty is on
/// the coefficients of standardised features, never on the intercept; it keeps them finite where the classes are
/// separable. A step that does not lower the loss is halved. Deterministic.
/// </remarks>
internal static class LogisticRegression
{
    private const int MaximumSteps = 100;
    private const int MaximumHalvings = 30;
    private const double Tolerance = 1e-12;

    /// <summary>Fits a model.</summary>
    /// <param name="samples">At least one positive and one negative of weight above 0.</param>
    /// <param name="l2">Penalty: half of this times the sum of squared standardised coefficients; above 0.</param>
    /// <exception cref="ArgumentException">Samples that cannot be fitted: see the message.</exception>
    public static LogisticModel Fit(IReadOnlyList<LogisticSample> samples, double l2 = 1e-3)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(l2);
        Check(samples);
        FeatureScale scale = FeatureScale.Of(samples);
        LogisticObjective objective = new([.. samples.Select(scale.Standardize)], l2);
        double[] parameters = Minimize(objective);
        return scale.Unscale(parameters);
    }

    private static double[] Minimize(LogisticObjective objective)
    {
        double[] parameters = new double[objective.ParameterCount];
        double loss = objective.Loss(parameters);
        for (int step = 0; step < MaximumSteps; step++)
        {
            double[] direction = objective.NewtonDirection(parameters);
            (double[] next, double nextLoss) = Descend(objective, parameters, direction, loss);
            bool hasConverged = loss - nextLoss <= Tolerance * (1 + Math.Abs(loss));
            parameters = next;
            loss = nextLoss;
            if (hasConverged)
                break;
        }

        return parameters;
    }

    private static (double[] Parameters, double Loss) Descend(
        LogisticObjective objective, double[] from, double[] direction, double loss)
    {
        double length = 1;
        for (int halving = 0; halving < MaximumHalvings; halving++)
        {
            double[] next = [.. from.Select((value, index) => value + (length * direction[index]))];
            double nextLoss = objective.Loss(next);
            if (nextLoss < loss)
                return (next, nextLoss);
            length /= 2;
        }

        return (from, loss);
    }

    private static void Check(IReadOnlyList<LogisticSample> samples)
    {
        if (samples.Any(sample => !(sample.Weight >= 0) || !sample.Features.All(double.IsFinite)))
            throw new ArgumentException("A weight is negative, or a feature is not finite.", nameof(samples));
        if (samples.Any(sample => sample.Features.Count != samples[0].Features.Count))
            throw new ArgumentException("Samples differ in their number of features.", nameof(samples));
        if (samples.Where(sample => sample.Weight > 0).DistinctBy(sample => sample.IsPositive).Count() < 2)
            throw new ArgumentException("A positive and a negative sample are needed.", nameof(samples));
    }
}
