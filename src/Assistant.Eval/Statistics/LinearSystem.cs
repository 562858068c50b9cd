namespace Assistant.Eval.Statistics;

/// <summary>Solves a small symmetric positive definite system by Cholesky factorisation.</summary>
/// <remarks>Source: Golub, Van Loan, "Matrix Computations", 2013, section 4.2.</remarks>
internal static class LinearSystem
{
    /// <summary>Finds x with matrix · x = right.</summary>
    /// <param name="matrix">[n, n], symmetric positive definite; only the lower triangle is read; overwritten.</param>
    /// <param name="right">[n]; overwritten by the solution.</param>
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    public static void SolveInPlace(double[,] matrix, double[] right)
    {
        Factorize(matrix, right.Length);
        for (int row = 0; row < right.Length; row++)
        {
            for (int column = 0; column < row; column++)
                right[row] -= matrix[row, column] * right[column];
            right[row] /= matrix[row, row];
        }

        for (int row = right.Length - 1; row >= 0; row--)
        {
            for (int column = row + 1; column < right.Length; column++)
                right[row] -= matrix[column, row] * right[column];
            right[row] /= matrix[row, row];
        }
    }

    private static void Factorize(double[,] matrix, int size)
    {
        for (int column = 0; column < size; column++)
        {
            for (int row = column; row < size; row++)
            {
                for (int inner = 0; inner < column; inner++)
                    matrix[row, column] -= matrix[row, inner] * matrix[column, inner];
                if (row > column)
                    matrix[row, column] /= matrix[column, column];
                else if (matrix[row, row] > 0)
                    matrix[row, row] = Math.Sqrt(matrix[row, row]);
                else
                    throw new ArithmeticException("The matrix is not positive definite.");
            }
        }
    }
}
