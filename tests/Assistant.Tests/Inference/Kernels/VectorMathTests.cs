using System.Runtime.Intrinsics;
using Assistant.Inference.Kernels;

namespace Assistant.Tests.Inference.Kernels;

public class VectorMathTests
{
    [Fact]
    public void Erf_is_within_a_millionth_everywhere()
    {
        double worst = 0;
        for (double x = -6; x <= 6; x += 0.001)
        {
            worst = Math.Max(worst, Math.Abs(VectorMath.Erf(Vector256.Create((float)x))[5] - ReferenceErf((float)x)));
        }

        Assert.InRange(worst, 0, 1e-6);
    }

    [Theory]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(float.NegativeInfinity, -1)]
    [InlineData(0f, 0)]
    public void Erf_holds_at_the_ends(float x, float expected) =>
        Assert.Equal(expected, VectorMath.Erf(Vector256.Create(x))[0], 1e-6f);

    [Fact]
    public void Exp_is_right_to_seven_digits_for_what_softmax_asks()
    {
        double worst = 0;
        for (double x = -80; x <= 0; x += 0.003)
        {
            double expected = Math.Exp((float)x);
            worst = Math.Max(worst, Math.Abs(VectorMath.Exp(Vector256.Create((float)x))[3] - expected) / expected);
        }

        Assert.InRange(worst, 0, 2e-7);
    }

    [Fact]
    public void Exp_of_minus_infinity_adds_nothing_to_a_sum() =>
        Assert.Equal(1f, 1f + VectorMath.Exp(Vector256.Create(float.NegativeInfinity))[0]);

    [Fact]
    public void Largest_finds_the_maximum_in_every_place()
    {
        for (int place = 0; place < 8; place++)
        {
            Assert.Equal(2f, VectorMath.Largest(Vector256.Create(-3f).WithElement(place, 2f)));
        }
    }

    /// <summary>Integrates the density by Simpson's rule in double precision.</summary>
    private static double ReferenceErf(double x)
    {
        const int Steps = 2_000;
        double h = x / Steps;
        double sum = 1 + Math.Exp(-x * x);
        for (int i = 1; i < Steps; i++) sum += (i % 2 == 0 ? 2 : 4) * Math.Exp(-(i * h) * (i * h));
        return sum * h / 3 * 2 / Math.Sqrt(Math.PI);
    }
}
