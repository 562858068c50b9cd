using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assistant.Inference.Kernels;

/// <summary>Elementary functions on eight floats at a time.</summary>
internal static class VectorMath
{
    /// <summary>e to the power of each element, relative error under 2e-7; elements under −87 give about 1.6e-38.</summary>
    /// <remarks>Source: Cephes expf: argument reduced by powers of two, then a polynomial of degree 5.</remarks>
    /// <param name="x">At most 88.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.MaxNative(x, Vector256.Create(-87f));
        Vector256<float> n = Vector256.Round(x * 1.44269504088896341f);
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-0.693359375f), x);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(2.12194440e-4f), r);
        Vector256<float> p = Vector256.Create(1.9875691500e-4f);
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(1.3981999507e-3f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(8.3334519073e-3f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(4.1665795894e-2f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(1.6666665459e-1f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(5.0000001201e-1f));
        p = Vector256.MultiplyAddEstimate(p, r * r, r) + Vector256<float>.One;
        Vector256<int> exponent = Vector256.ConvertToInt32Native(n) + Vector256.Create(127);
        return p * (exponent << 23).AsSingle();
    }

    /// <summary>The error function, absolute error under 5e-7.</summary>
    /// <remarks>Source: the rational approximation of Eigen's generic_fast_erf_float, odd over even, argument held to [−4, 4].</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x)
    {
        x = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(-4f)), Vector256.Create(4f));
        Vector256<float> s = x * x;
        Vector256<float> p = Vector256.Create(-2.72614225801306e-10f);
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(2.77068142495902e-08f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-2.10102402082508e-06f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-5.69250639462346e-05f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-7.34990630326855e-04f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-2.95459980854025e-03f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-1.60960333262415e-02f));
        Vector256<float> q = Vector256.Create(-1.45660718464996e-05f);
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(-2.13374055278905e-04f));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(-1.68282697438203e-03f));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(-7.37332916720468e-03f));
        q = Vector256.MultiplyAddEstimate(q, s, Vector256.Create(-1.42647390514189e-02f));
        return x * p / q;
    }

    /// <summary>The largest element; none may be NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Vector256<float> x)
    {
        Vector128<float> four = Vector128.MaxNative(x.GetLower(), x.GetUpper());
        Vector128<float> two = Vector128.MaxNative(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
