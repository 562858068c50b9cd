using Assistant.Core.Answering;

namespace Assistant.Tests.Answering;

public class AskedSpeakerTests
{
    [Theory]
    [InlineData("What did Putin offer on the Su-57?", "Merkel spoke.", true)]
    [InlineData("What did Putin offer on the Su-57?", "Putin said so.", false)]
    [InlineData("What did Recep Tayyip Erdogan reply?", "Recep came.", true)]
    [InlineData("What has NASA announced?", "NASA named a crew.", false)]
    public void Knows_whose_words_are_asked_for(string question, string quote, bool isMissing) =>
        Assert.Equal(isMissing, AskedSpeaker.Of(question)!.MissingFrom(quote).Count > 0);

    [Theory]
    [InlineData("Who won the cup?")]
    [InlineData("What did the president say?")]
    [InlineData("What did Putin eat?")]
    [InlineData("")]
    public void Finds_nobody_in_other_questions(string question) => Assert.Null(AskedSpeaker.Of(question));
}
