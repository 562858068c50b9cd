using Assistant.Core.Indexing;

namespace Assistant.Tests.Indexing;

public class PorterStemmerTests
{
    /// <summary>The examples of the paper, by step; what later steps do to them included.</summary>
    [Theory]
    [InlineData("caresses caress", "ponies poni", "ties ti", "caress caress", "cats cat")]
    [InlineData("feed feed", "agreed agre", "plastered plaster", "bled bled", "motoring motor", "sing sing")]
    [InlineData("conflated conflat", "troubled troubl", "sized size", "hopping hop", "tanned tan", "falling fall")]
    [InlineData("hissing hiss", "fizzed fizz", "failing fail", "filing file", "happy happi", "sky sky")]
    [InlineData("relational relat", "conditional condit", "rational ration", "valenci valenc", "hesitanci hesit")]
    [InlineData("digitizer digit", "conformabli conform", "radicalli radic", "differentli differ", "vileli vile")]
    [InlineData("analogousli analog", "vietnamization vietnam", "predication predic", "operator oper", "feudalism feudal")]
    [InlineData("decisiveness decis", "hopefulness hope", "callousness callous", "formaliti formal", "sensitiviti sensit")]
    [InlineData("sensibiliti sensibl", "triplicate triplic", "formative form", "formalize formal", "electriciti electr")]
    [InlineData("electrical electr", "hopeful hope", "goodness good", "revival reviv", "allowance allow", "inference infer")]
    [InlineData("airliner airlin", "gyroscopic gyroscop", "adjustable adjust", "defensible defens", "irritant irrit")]
    [InlineData("replacement replac", "adjustment adjust", "dependent depend", "adoption adopt", "homologou homolog")]
    [InlineData("communism commun", "activate activ", "angulariti angular", "homologous homolog", "effective effect")]
    [InlineData("bowdlerize bowdler", "probate probat", "rate rate", "cease ceas", "controll control", "roll roll")]
    [InlineData("generalizations gener", "oscillators oscil", "connections connect", "yoyo yoyo", "syzygy syzygi")]
    public void Stems_the_words_of_the_paper_as_the_paper_does(params string[] wordsWithStems)
    {
        foreach (var pair in wordsWithStems.Select(line => line.Split(' ')))
            Assert.Equal(pair[1], PorterStemmer.Stem(pair[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("is")]
    [InlineData("su57s")]
    [InlineData("путиным")]
    [InlineData("çays")]
    public void Leaves_short_words_numbers_and_other_scripts_alone(string word) =>
        Assert.Equal(word, PorterStemmer.Stem(word));

    [Fact]
    public void Takes_words_of_any_length()
    {
        for (var length = 0; length < 200; length++)
            Assert.True(PorterStemmer.Stem(new string('y', length) + "ing").Length <= length + 3);
    }

    [Fact]
    public void Never_grows_a_word_or_empties_it()
    {
        var random = new Random(1);
        string[] parts = ["a", "e", "i", "o", "y", "s", "t", "l", "z", "ed", "ing", "ion", "ate", "ous", "ational", "ness"];
        for (var i = 0; i < 20_000; i++)
        {
            var word = string.Concat(Enumerable.Range(0, 1 + random.Next(7)).Select(_ => parts[random.Next(parts.Length)]));
            Assert.InRange(PorterStemmer.Stem(word).Length, 1, word.Length);
        }
    }
}
