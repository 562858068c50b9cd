namespace Assistant.Eval.Statistics;

/// <summary>The probability sigmoid(intercept + coefficients · features).</summary>
/// <param name="Intercept">Constant term.</param>
/// <param name="Coefficients">One for each feature, in units of the feature itself.</param>
internal sealed record LogisticModel(double Intercept, IReadOnlyList<double> Coefficients)
{
    /// <summary>The probability of the event.</summary>
    /// <returns>In [0, 1].</returns>
    /// <exception cref="ArgumentException">The number of features differs.</exception>
    public double Probability(IReadOnlyList<double> features)
    {
        if (features.Count != Coefficients.Count)
        {
            throw new ArgumentException(
                $"Expected {Coefficients.Count} features, got {features.Count}.", nameof(features));
        }

        double logit = Intercept;
        for (int index = 0; index < features.Count; index++)
            logit += Coefficients[index] * features[index];
        return 1 / (1 + Math.Exp(-logit));
    }
}
