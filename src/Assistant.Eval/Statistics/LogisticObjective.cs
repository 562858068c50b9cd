namespace Assistant.Eval.Statistics;

/// <summary>Penalised loss of logistic regression over standardised samples, with its Newton direction.</summary>
/// <remarks>
/// Parameters are <c>[intercept, coefficient of each feature]</c>; the mean loss is per unit of weight.
/// </remarks>
/// <param name="samples">Standardised; not empty.</param>
/// <param name="l2">Penalty on the coefficients.</param>
internal sealed class LogisticObjective(IReadOnlyList<LogisticSample> samples, double l2)
{
    private readonly double _totalWeight = samples.Sum(sample => sample.Weight);

    /// <summary>Number of features and one.</summary>
    public int ParameterCount { get; } = samples[0].Features.Count + 1;

    /// <summary>Weighted mean log loss and penalty.</summary>
    public double Loss(double[] parameters)
    {
        double loss = 0;
        foreach (LogisticSample sample in samples)
        {
            double logit = Logit(parameters, sample);
            double margin = sample.IsPositive ? logit : -logit;
            loss += sample.Weight * (Math.Max(0, -margin) + Math.Log(1 + Math.Exp(-Math.Abs(margin))));
        }

        return (loss / _totalWeight) + (l2 / 2 * parameters.Skip(1).Sum(value => value * value));
    }

    /// <summary>Minus the inverse Hessian times the gradient.</summary>
    public double[] NewtonDirection(double[] parameters)
    {
        double[] descent = new double[ParameterCount];
        double[,] hessian = new double[ParameterCount, ParameterCount];
        foreach (LogisticSample sample in samples)
            Add(sample, parameters, descent, hessian);
        hessian[0, 0] += 1e-12;
        for (int index = 1; index < ParameterCount; index++)
        {
            descent[index] -= l2 * parameters[index];
            hessian[index, index] += l2;
        }

        LinearSystem.SolveInPlace(hessian, descent);
        return descent;
    }

    private void Add(LogisticSample sample, double[] parameters, double[] descent, double[,] hessian)
    {
        double probability = 1 / (1 + Math.Exp(-Logit(parameters, sample)));
        double weight = sample.Weight / _totalWeight;
        double residual = weight * ((sample.IsPositive ? 1 : 0) - probability);
        double curvature = weight * probability * (1 - probability);
        for (int row = 0; row < ParameterCount; row++)
        {
            double value = row == 0 ? 1 : sample.Features[row - 1];
            descent[row] += residual * value;
            for (int column = 0; column <= row; column++)
                hessian[row, column] += curvature * value * (column == 0 ? 1 : sample.Features[column - 1]);
        }
    }

    private static double Logit(double[] parameters, LogisticSample sample)
    {
        double logit = parameters[0];
        for (int index = 0; index < sample.Features.Count; index++)
            logit += parameters[index + 1] * sample.Features[index];
        return logit;
    }
}
