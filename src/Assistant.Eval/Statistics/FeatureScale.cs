namespace Assistant.Eval.Statistics;

/// <summary>Weighted mean and standard deviation of each feature, so that one penalty fits all.</summary>
internal sealed class FeatureScale
{
    private readonly double[] _means;
    private readonly double[] _deviations;

    private FeatureScale(double[] means, double[] deviations)
    {
        _means = means;
        _deviations = deviations;
    }

    /// <summary>Measures samples; a feature that never varies is only centred.</summary>
    public static FeatureScale Of(IReadOnlyList<LogisticSample> samples)
    {
        double weight = samples.Sum(sample => sample.Weight);
        int[] features = [.. Enumerable.Range(0, samples[0].Features.Count)];
        double[] means = [.. features.Select(feature =>
            samples.Sum(sample => sample.Weight * sample.Features[feature]) / weight)];
        double[] deviations = [.. features.Select(feature =>
            Math.Sqrt(samples.Sum(sample =>
                sample.Weight * Math.Pow(sample.Features[feature] - means[feature], 2)) / weight))];
        return new(means, [.. deviations.Select(deviation => deviation > 1e-12 ? deviation : 1)]);
    }

    /// <summary>The sample with mean 0 and deviation 1 in each feature.</summary>
    public LogisticSample Standardize(LogisticSample sample) => sample with
    {
        Features = [.. sample.Features.Select((value, index) => (value - _means[index]) / _deviations[index])],
    };

    /// <summary>Turns parameters for standardised features into a model for the features themselves.</summary>
    /// <param name="parameters">[intercept, coefficient of each feature].</param>
    public LogisticModel Unscale(double[] parameters)
    {
        double[] coefficients = [.. _deviations.Select((deviation, index) => parameters[index + 1] / deviation)];
        double shift = coefficients.Select((coefficient, index) => coefficient * _means[index]).Sum();
        return new(parameters[0] - shift, coefficients);
    }
}
