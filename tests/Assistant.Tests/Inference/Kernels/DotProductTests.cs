using Assistant.Inference.Kernels;

namespace Assistant.Tests.Inference.Kernels;

public class DotProductTests
{
    [Fact]
    public void Sums_all_products()
    {
        float[] left = [.. Enumerable.Range(1, 16).Select(i => (float)i)];
        Assert.Equal(16f * 17 * 33 / 6, DotProduct.Of(left, left));
    }

    [Fact]
    public void Nothing_sums_to_zero() => Assert.Equal(0f, DotProduct.Of([], []));

    [Fact]
    public void Vectors_of_two_lengths_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DotProduct.Of(new float[8], new float[16]));
}
