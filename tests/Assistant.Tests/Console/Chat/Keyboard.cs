using Assistant.Console.Chat;

namespace Assistant.Tests.Console.Chat;

/// <summary>A person at the prompt: types each character, presses Ctrl-C at each <c>^</c>, then waits until the program leaves.</summary>
internal sealed class Keyboard(string typed, Interruption interruption) : TextReader
{
    private int _position;

    public override int Read()
    {
        while (_position < typed.Length)
        {
            var character = typed[_position++];
            if (character != '^') return character;
            interruption.Press();
        }

        interruption.Left.WaitHandle.WaitOne();
        return -1;
    }
}
