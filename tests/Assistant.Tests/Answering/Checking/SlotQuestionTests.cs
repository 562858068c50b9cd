using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class SlotQuestionTests
{
    private const string Text =
        "The ferry Anna sank off Elba on 3 May 2019 with 40 people on board. Captain Luca Rossi and 14 others were rescued. The inquiry opened on 6 June 2019 under Judge Carla Conti.";

    private static readonly CitedPassage Passage = new("Ferry", Text, new DateTimeOffset(2019, 6, 7, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("In all 14 others were rescued.", "In all how many others were rescued?", "14", "40")]
    [InlineData("The long inquiry was opened on 6 June 2019.", "When The long inquiry was opened?", "6 June 2019", "3 May 2019")]
    public void Asks_for_a_number_or_a_date_and_knows_where_it_and_others_stand(string sentence, string asked, string claimed, string other)
    {
        var question = Assert.Single(SlotQuestion.Of(sentence, Passage));

        Assert.Equal(asked, question.Text);
        Assert.Equal(claimed, question.Claimed);
        Assert.Equal([claimed], question.Said.Select(span => span.Of(Text)));
        Assert.Equal([other], question.Others.Select(span => span.Of(Text)));
    }

    [Fact]
    public void Asks_for_a_subject_that_is_a_name()
    {
        var question = Assert.Single(SlotQuestion.Of("Luca Rossi was rescued.", Passage));

        Assert.Equal("Who was rescued?", question.Text);
        Assert.Equal(["Luca Rossi"], question.Said.Select(span => span.Of(Text)));
        Assert.Contains("Judge Carla Conti", question.Others.Select(span => span.Of(Text)));
    }

    [Theory]
    [InlineData("The ferry sank.")]
    [InlineData("The crew of the Boeing 14 was rescued.")]
    [InlineData("The second inquiry was opened.")]
    [InlineData("De was rescued by De, for De.")]
    [InlineData("")]
    public void Asks_nothing_without_a_number_a_date_or_a_name_that_could_be_another(string sentence) =>
        Assert.Empty(SlotQuestion.Of(sentence, Passage));
}
