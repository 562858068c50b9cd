using Assistant.Core;
using Assistant.Core.Answering.Checking;

namespace Assistant.Tests.Answering.Checking;

public sealed class FactCheckerTests
{
    private static readonly DateTimeOffset Published = new(2019, 8, 29, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("The deal is worth 1.5 billion dollars.", "The deal is worth 1,500 million dollars.")]
    [InlineData("The deal is worth 2.5 billion dollars.", "The deal is worth $2.5 billion.")]
    [InlineData("Fifty-nine members voted for him.", "59 members voted for him.")]
    [InlineData("The plant covers 10 per cent of demand.", "The plant covers 10% of demand.")]
    [InlineData("The dispute lasted for a quarter of a century.", "The dispute lasted for 25 years.")]
    [InlineData("He ran it in 1 hour, 59 minutes and 40 seconds.", "He ran it in 1:59:40.")]
    [InlineData("The show opened on Tuesday.", "The show opened on Tuesday, 27 August 2019.")]
    [InlineData("The show opened yesterday.", "The show opened on 28 August 2019.")]
    [InlineData("NATO signed on 6 February, and Greece ratified two days later.", "Greece ratified on 8 February.")]
    [InlineData("The Food and Drug Administration approved the vaccine.", "The FDA approved the vaccine.")]
    [InlineData("Turkish officials rejected the plan.", "Turkey rejected the plan.")]
    [InlineData("Nobody was killed in the fire.", "No one was killed in the fire.")]
    [InlineData("Putin arrived. He said that the talks had been useful.", "Putin said the talks had been useful.")]
    [InlineData("No one was hurt in the crash.", "Nobody was hurt in the crash.")]
    [InlineData("The pumps failed hours later.", "The pumps failed hours later.")]
    [InlineData("Voters rejected the plan.", "The plan was rejected by voters.")]
    [InlineData("Two of the three pacemakers had to drop out.", "Two pacemakers had to drop out.")]
    [InlineData("The satellites failed to relay its signals.", "The satellites did not relay its signals.")]
    [InlineData("The sirens were on during the storm.", "During the storm the sirens were on.")]
    [InlineData("Most members voted against the merger, and few for it.", "Most members voted against the merger.")]
    [InlineData("The pilot ejected, but was killed on the ground.", "The pilot ejected but did not survive.")]
    [InlineData("The firm had not managed to raise production to the planned level.", "Production did not reach the planned level.")]
    [InlineData("The firm sued the city over the bridge.", "The firm took the city to court over the bridge.")]
    [InlineData("The court did not reject the appeal.", "The court did not reject the appeal.")]
    [InlineData("The firm refused to pay and recalled its cars.", "The firm recalled its cars.")]
    [InlineData("The road was closed because of the fire.", "Because of the fire, the road was closed.")]
    [InlineData("The runway could open in 2025.", "The runway may open in 2025.")]
    [InlineData("The mill needs four Swedish turbines with a total output of 90 megawatts.", "The mill needs four turbines with a total output of 90 megawatts.")]
    [InlineData("Four fifths of the voters took part.", "80 per cent of the voters took part.")]
    [InlineData("The paper sets no date for the vote.", "The paper does not set a date for the vote.")]
    [InlineData("The club won the cup for the first time.", "The club had never won the cup before.")]
    [InlineData("The fund holds 20 million dollars.", "The fund holds $20m.")]
    [InlineData("The vote ended with 50.2 per cent to 49.8 per cent.", "The vote ended with 50.2 per cent to 49.8.")]
    [InlineData("The film lasts 1.5 hours.", "The film lasts 90 minutes.")]
    [InlineData("The mayor said that the mine would be closed.", "The mine will be closed, the mayor said.")]
    [InlineData("All passengers were rescued.", "The passengers were all rescued.")]
    [InlineData("The club called off the parade.", "The club cancelled the parade.")]
    [InlineData("The club called the parade off.", "The parade was called off by the club.")]
    [InlineData("The mayor turned down the offer.", "The mayor rejected the offer.")]
    [InlineData("The lake froze and the boats were frozen in.", "The lake had frozen.")]
    [InlineData("The cause of the fire is not known.", "The cause of the fire is unknown.")]
    [InlineData("The ferry Anna left on Sunday. The crew sang on deck.", "The crew of the ferry Anna sang on deck.")]
    [InlineData("The Sicilian baker opened a shop.", "The baker from Sicily opened a shop.")]
    [InlineData("The bridge will open on Monday.", "The bridge will open on 2 September 2019.")]
    [InlineData("The town is building a bridge. The ministry had recommended a tunnel instead.", "The ministry recommended a tunnel instead of the bridge.")]
    [InlineData("Guests who are abroad will be flown home by the airline.", "The airline will fly home guests who are abroad.")]
    [InlineData("The prize went to the baker, Rossi said on Monday.", "The prize went to the baker, according to Rossi.")]
    [InlineData("Soldiers looted the palace in 1897, and thousands of statues were then scattered over the world.", "After soldiers had looted the palace in 1897, thousands of statues were scattered over the world.")]
    [InlineData("Passengers are less pleased, since fewer trains stop at Ashford.", "Fewer trains stop at Ashford, so passengers are less pleased.")]
    [InlineData("The mayor did not speak after the ruling. His lawyers stayed silent.", "The mayor did not speak after the ruling, and his lawyers stayed silent.")]
    [InlineData("A court sentenced Peru's former president Rossi to ten years.", "Rossi, the former president of Peru, was sentenced to ten years by a court.")]
    [InlineData("Rossi said that there could be no military solution.", "Rossi said that there was no military solution.")]
    [InlineData("Rossi said that the boats would be protected by law and not raised.", "The boats will not be raised but protected by law, Rossi said.")]
    [InlineData("The bank itself had been found guilty of fraud.", "The bank itself had been convicted of fraud.")]
    [InlineData("He told his followers that there were no losers and no winners.", "He told his followers that there were no losers and no winners.")]
    [InlineData("The golden cup was undamaged, the police said.", "The golden cup was not damaged, the police said.")]
    [InlineData("The people in the camp had no schools, electricity or hospitals.", "The people in the camp had neither schools nor electricity nor hospitals.")]
    [InlineData("The firms had not been willing to address the concerns.", "The firms were unwilling to address the concerns.")]
    [InlineData("The last of four cables failed. The town received its full supply again on Friday.", "On Friday the town received its full supply again.")]
    [InlineData("The result was not a victory or a defeat for anyone, Rossi said.", "Rossi said that the result was not a victory or a defeat for anyone.")]
    [InlineData("The San may live again in the Valley Reserve. The reserve covers 52 square kilometres.", "The Valley Reserve covers 52 square kilometres.")]
    [InlineData("On Tuesday a fountain rose from the lake when the first pipe was opened. The lake killed 1,700 people in August 1986.", "A fountain rose from the lake on Tuesday when the first pipe was opened.")]
    [InlineData("The probe Voyager 2 left Florida in 1977. The probe found six new moons.", "Voyager 2 found six new moons.")]
    [InlineData("The cut applies to emissions of greenhouse gases.", "The cut applies to greenhouse gas emissions.")]
    [InlineData("In May the school opened after all.", "The school opened in May.")]
    public void Follows(string passage, string sentence)
    {
        var result = FactChecker.Check(sentence, [new CitedPassage("Ship", passage, Published)]);
        Assert.True(result.Verdict is Verdict.Supported || result.IsSubtle, result.Reason);
    }

    [Theory]
    [InlineData("Voters rejected the plan.", "The plan was rejected by voters.")]
    [InlineData("No one was hurt in the crash.", "Nobody was hurt in the crash.")]
    [InlineData("The ship was, on the owner's word, sold to a firm in Oslo.", "The ship was sold to a firm in Oslo.")]
    public void Leaves_denials_and_sentences_cut_short_to_tier_two(string passage, string sentence)
    {
        var result = FactChecker.Check(sentence, [new CitedPassage("Ship", passage, Published)]);
        Assert.Equal((Verdict.Partly, true), (result.Verdict, result.IsSubtle));
    }

    [Theory]
    [InlineData("The deal is worth 1.5 billion dollars.", "The deal is worth 1.5 million dollars.", "number")]
    [InlineData("The deal is worth 1.5 billion dollars.", "The deal is worth 1.5 billion euros.", "number")]
    [InlineData("SpaceX received 2.6 billion dollars and Boeing 4.2 billion.", "SpaceX received 4.2 billion dollars.", "number")]
    [InlineData("More than 500 civilians were killed.", "Fewer than 500 civilians were killed.", "other way")]
    [InlineData("The show opened on Tuesday.", "The show opened on Monday.", "date")]
    [InlineData("The show opened on 27 August.", "The show opened on 27 August 2016.", "date")]
    [InlineData("Putin opened the show.", "Putin opened the show with Nazarbayev.", "name")]
    [InlineData("Putin said that he could “cooperate” on it.", "Putin said that he could “sell it tomorrow” on it.", "quoted")]
    [InlineData("The offer is no longer valid.", "The offer is still valid.", "denies")]
    [InlineData("The offer is valid.", "The offer is not valid.", "denies")]
    [InlineData("The ministry called the decision unfair.", "The ministry called the decision fair.", "opposite")]
    [InlineData("The capsule failed to reach the station.", "The capsule reached the station.", "denies")]
    [InlineData("Putin said that the zone would help. Erdogan said that the attacks must stop.", "Erdogan said that the zone would help.", "Erdogan")]
    [InlineData("Prices rose because demand grew. The factory closed after a fire.", "Prices rose because the factory closed.", "cause")]
    [InlineData("Turkey imports almost all of its oil.", "Turkey imports all of its oil.", "stronger")]
    [InlineData("The talks began in May.", "The talks began in May and a treaty was drafted overnight.", "does not say")]
    [InlineData("Russia has signed the treaty but not ratified it.", "Russia has ratified the treaty.", "denies")]
    [InlineData("The deal does not include the islands. The deal includes the coast.", "The deal includes the islands.", "denies")]
    [InlineData("The president is barred from a third term.", "The president may stand for a third term.", "denies")]
    [InlineData("The union was left out of the talks.", "The union took part in the talks.", "opposite")]
    [InlineData("Contrary to what he had said, the minister stayed.", "As he had said, the minister stayed.", "denies")]
    [InlineData("Barely half of the people voted.", "Well over half of the people voted.", "other way")]
    [InlineData("The president declared three days of mourning.", "The president declared a week of mourning.", "number")]
    [InlineData("The rebels fought the crown for ten years.", "The rebels fought on the side of the crown for ten years.", "side")]
    [InlineData("All large parties have ruled out a coalition with him.", "All large parties want a coalition with him.", "denies")]
    [InlineData("He denied that he had hidden the money.", "He had hidden the money.", "denies")]
    [InlineData("The president refused the request to dissolve parliament.", "The president dissolved parliament.", "denies")]
    [InlineData("The sirens were off during the storm.", "The sirens were on during the storm.", "turns round")]
    [InlineData("The valves did not open.", "The valves did not fail to open.", "denies a denial")]
    [InlineData("The council did not reject the plans.", "The council rejected the plans.", "denies this denial")]
    [InlineData("The museum will not give up the vase.", "The museum will not keep the vase.", "denies what")]
    [InlineData("The offer of the two rescue boats was not used.", "The offer of the two rescue boats was welcomed.", "only what is not so")]
    [InlineData("Voyager 2 found six moons of Neptune.", "Voyager 6 found six moons of Neptune.", "behind this name")]
    [InlineData("The signal came at 17.03, seven hours after the start.", "The signal came 17.03 hours after the start.", "17.03 hours")]
    [InlineData("The ministry did not fund the bridge and rejected the tunnel.", "The ministry funded the bridge.", "denies it")]
    [InlineData("Most members voted against the merger.", "Most members voted for the merger.", "opposite")]
    [InlineData("The museum moved its archive out of the cellar.", "The museum moved its archive into the cellar.", "turns round")]
    [InlineData("The text sets no date and does not say who pays.", "The text sets no date and does say who pays.", "denies")]
    [InlineData("Residents have fought the new airport for years.", "Residents have championed the new airport for years.", "opposite")]
    [InlineData("The council approved the plan for the old mill in May.", "The council turned down the plan for the old mill in May.", "denies")]
    [InlineData("The programme could lift two million families out of poverty.", "The programme could plunge two million families into poverty.", "opposite")]
    [InlineData("The plane flew around the world without fuel.", "The plane flew around the world with fuel.", "denies")]
    [InlineData("The club won the title for the first time.", "The club had won the title before.", "first time")]
    [InlineData("Turnout rose to 82 per cent.", "Turnout fell to 82 per cent.", "opposite")]
    [InlineData("The diver died on 6 July.", "The diver survived on 6 July.", "opposite")]
    [InlineData("The runway could open in 2025.", "The runway will open in 2025.", "only says")]
    [InlineData("The club had nearly been relegated.", "The club had been relegated.", "only says")]
    [InlineData("Its seismometer, built in France, is to listen for quakes, and a German probe will dig.", "Its seismometer was built in Germany.", "in the place of")]
    [InlineData("The plane landed twice because its engine failed; it flew on until its battery ran down.", "The plane landed twice because its battery ran down.", "cause")]
    [InlineData("Guards saw two men on the cameras.", "Guards saw three men on the cameras.", "number")]
    [InlineData("The boys came out after 18 days.", "18 boys came out.", "number")]
    [InlineData("Thieves took the jewels.", "Thieves took the jewels and shot at a guard.", "does not say")]
    [InlineData("The roof of the chapel is lost, but both of its towers still stand.", "The towers of the chapel are lost.", "of “towers”")]
    [InlineData("The wall is 80 metres long and six metres high.", "The wall is 80 metres high.", "of this")]
    [InlineData("The two turbines have an output of 20 megawatts each.", "The two turbines have an output of 20 megawatts in all.", "of this")]
    [InlineData("The bridge cost nine million euros more than planned.", "The bridge cost nine million euros.", "of this")]
    [InlineData("Last year the firm made a profit of two million dollars on revenue of nine million dollars.", "Last year the firm made a profit of nine million dollars.", "something else")]
    [InlineData("The ferry is to sail in the first half of the year.", "The ferry is to sail in the second half of the year.", "second")]
    [InlineData("The village has yet to vote on the mast.", "The village has voted on the mast.", "denies")]
    [InlineData("Half of the money came from the town.", "All of the money came from the town.", "“All”")]
    [InlineData("Only one of the radio channels worked.", "Both of the radio channels worked.", "“Both”")]
    [InlineData("The bangs had nothing to do with the craft, officials believe. The ship sank.", "Officials believe that the bangs came from the ship.", "nothing to do")]
    [InlineData("The members voted for Nowak on 8 May.", "The members voted Nowak down on 8 May.", "down")]
    [InlineData("Pilots were banned from flying over the lake.", "Pilots were flying over the lake.", "denies")]
    [InlineData("She left before the vote.", "She left after the vote.", "opposite")]
    [InlineData("The singer was in no danger of losing her voice.", "The singer was losing her voice.", "denies")]
    [InlineData("The firm claimed that the machine could weigh gold, which it could not.", "The machine could weigh gold.", "denies")]
    [InlineData("They repaired the organ instead of selling it.", "They were selling the organ.", "denies")]
    [InlineData("The beam had come through the storm well.", "The beam had given way during the storm.", "way")]
    [InlineData("It was the first boat to circle the lake without fuel.", "Other boats had circled the lake without fuel before it.", "first time")]
    [InlineData("Poland and Ukraine objected to the pipeline.", "Ukraine", "names things")]
    [InlineData("The party boycotted the election of the mayor.", "The party took part in the election of the mayor.", "took part")]
    [InlineData("The court will lift the ban on the market, which only it can lift.", "The court has lifted the ban on the market.", "happened")]
    [InlineData("The samples are to be examined in Turin.", "The samples have been examined in Turin.", "happened")]
    [InlineData("The islanders overran Wales in the final.", "Wales overran the islanders in the final.", "who did it")]
    [InlineData("The tower was designed by Rossi and paid for by Conti.", "The tower was designed by Conti.", "who did it")]
    [InlineData("Its head, Rossi, left and was replaced by Conti.", "Rossi replaced Conti.", "who did it")]
    [InlineData("Boats with two engines use less oil than those with four engines.", "Boats with four engines use less oil than those with two engines.", "other way round")]
    [InlineData("The council banned the fights in the old arena. Runs through the streets remain popular.", "Runs through the streets were banned.", "does not say “banned”")]
    [InlineData("The council did not ratify the treaty until May.", "The council has not ratified the treaty.", "up to a time")]
    [InlineData("The boats collided on Tuesday, the harbour announced on Wednesday.", "The boats collided on Wednesday.", "something else")]
    [InlineData("Six boats picked up 40 of 90 passengers.", "Six boats picked up all but 40 of 90 passengers.", "excepts nothing")]
    [InlineData("In the vote 40 of 90 members favoured the plan.", "In the vote 90 members favoured the plan.", "of this")]
    [InlineData("Most members were in favour; not one town was in favour of the dam.", "Not one town was against the dam.", "denies")]
    [InlineData("The party had campaigned for no.", "The party had not campaigned for no.", "denies")]
    [InlineData("The probe can no longer turn its mirror or send its pictures.", "The probe can send its pictures.", "denies")]
    [InlineData("The law comes too late for the vote on 2 June.", "The law applies to the vote on 2 June.", "denies")]
    [InlineData("Neither of the two offers, from a bank and from a shop, gave enough money to the town.", "The offer from the bank gave enough money to the town.", "denies")]
    [InlineData("The Norwegian liner took them to a Chilean base.", "The Chilean liner took them to a Norwegian base.", "in the place of")]
    [InlineData("The foreign minister Rossi opened the long bridge.", "The finance minister Rossi opened the long bridge.", "finance")]
    [InlineData("Mayor Rossi admitted a delay of the works. A farmer said that the bridge was unsafe.", "Rossi said that the bridge was unsafe.", "Rossi")]
    [InlineData("Four other writers went home without the prize.", "Four other writers did not go home without the prize.", "denies a denial")]
    [InlineData("The union, which had first opposed the sale, now supports it.", "The union still opposes the sale.", "earlier time")]
    [InlineData("The council banned the fights in the old arena. Runs through the narrow streets remain legal.", "Runs through the narrow streets have been outlawed too.", "outlawed")]
    [InlineData("Voting online was not possible.", "The voters could also vote online.", "not possible")]
    [InlineData("Rossi disliked the long bridge, but his deputy Conti campaigned near it.", "Rossi and Conti both campaigned near the long bridge.", "other side")]
    [InlineData("The constitutional court had decided in 2013 on his term. The electoral court counted the votes.", "The electoral court had decided in 2013 on his term.", "another")]
    [InlineData("A tanker of Altair and a large ferry of Nordlys collided in the fog.", "A large ferry of Altair and a tanker of Nordlys collided in the fog.", "another")]
    [InlineData("The bank cancelled its order in May. The maker had applied for protection on Thursday.", "The bank cancelled its order after the maker had applied for protection.", "cause")]
    [InlineData("The mayor stopped the works. The flood began two days later.", "The flood had already begun when the mayor stopped the works.", "opposite")]
    [InlineData("The school could have opened in May.", "The school opened in May.", "happened")]
    [InlineData("The school should have opened in May.", "The school opened in May.", "happened")]
    [InlineData("The school was due to open in May.", "The school opened in May.", "happened")]
    [InlineData("The minister threatened to resign.", "The minister resigned.", "happened")]
    [InlineData("The vote was to be held on Sunday, but was cancelled.", "The vote was held on Sunday.", "happened")]
    [InlineData("The firm used to sell radios.", "The firm sells radios.", "earlier time")]
    [InlineData("The firm was once for sale.", "The firm is for sale.", "earlier time")]
    [InlineData("It is unclear whether the pilot saw the light.", "The pilot saw the light.", "whether")]
    [InlineData("The driver tried in vain to stop the train.", "The driver managed to stop the train.", "vain")]
    [InlineData("The lake killed 1,700 people in August 1986. In August 1984 another lake killed 37 people.", "The lake killed 1,700 people in August 1984.", "something else")]
    [InlineData("The clerk had refused for nine days to name the buyer.", "The clerk named the buyer at once.", "denies it")]
    [InlineData("Of the 239 people who sued, about 30 died.", "About 239 of the people who sued died.", "239 of this")]
    [InlineData("The hall was built by Conti. Last week the policeman Rossi was shot.", "The hall was built by Rossi.", "Rossi")]
    [InlineData("She set out on 28 November and burned her arm on Christmas Eve.", "She set out on New Year's Eve.", "New Year's Eve")]
    [InlineData("Conti won. The two other swimmers were disqualified for false starts.", "Conti was disqualified for false starts.", "of Conti")]
    [InlineData("Oslo and its suburbs wanted to join, but the towns of the coast, where many fish, were strongly against.", "The towns of the coast wanted to join, but Oslo and its suburbs were strongly against.", "other side")]
    [InlineData("Generators stood idle in the park.", "Generators in the park were in use.", "in use")]
    [InlineData("The report was printed against the wish of the mayor.", "The report was printed at the wish of the mayor.", "turns round")]
    [InlineData("The road will be shut unless money is found.", "The road will be shut if money is found.", "opposite")]
    [InlineData("The actor was absent from the premiere.", "The actor was at the premiere.", "denies it")]
    [InlineData("The push came not only from the impact but also from the debris.", "The push came only from the impact.", "stronger")]
    [InlineData("The members were to vote on the rail link on Tuesday.", "The members voted on the rail link on Tuesday.", "happened")]
    [InlineData("Only four councils voted to leave.", "Not only four councils voted to leave.", "stronger")]
    [InlineData("The offer was far from fair.", "The offer was fair.", "denies it")]
    [InlineData("Guests found sandwiches in place of fine meals.", "Guests found fine meals in place of sandwiches.", "denies")]
    [InlineData("The club lost a match for the first time. It had won all its 31 previous matches.", "The club had lost all its 31 previous matches.", "opposite")]
    [InlineData("The premier did not join the cabinet and had decided to remain in Munich.", "The premier left Munich.", "opposite")]
    [InlineData("A fire has destroyed the roof of a hall nearby. The two bell towers, the organ and the rose windows survived.", "Both bell towers were destroyed.", "opposite")]
    [InlineData("Poor roads, slow border posts and armed conflicts hinder trade more than tariffs do.", "Tariffs hinder trade more than poor roads and conflicts do.", "other way round")]
    [InlineData("The case was dropped last week.", "The case is still open.", "stronger")]
    [InlineData("Neither team scored in 120 minutes.", "Neither team failed to score in 120 minutes.", "denial")]
    [InlineData("The president will stand as a candidate of the party.", "The president has ruled himself out as a candidate of the party.", "denies")]
    [InlineData("Troops have surrounded one of the twelve posts, which the country will not give up.", "None of the posts has been surrounded by troops.", "denies what")]
    [InlineData("The capsule failed to reach the station during a test flight in December.", "The capsule has never been on a test flight.", "denies what")]
    [InlineData("Two probes landed. The parachutes opened as planned. In May the capsule of Genesis hit the ground because its parachute failed to open.", "The parachute of the Genesis capsule opened.", "denies it")]
    [InlineData("The zone was the last to be settled, in September.", "The zone remains to be settled.", "denies what")]
    [InlineData("He surprised the allies by saying that he would stop the exercises.", "He told the allies that the exercises would go on.", "opposite")]
    [InlineData("The vaccine protects only against the Zaire species.", "The vaccine also protects against the other species.", "only of one")]
    [InlineData("The police had fewer than 10,000 officers on duty.", "The police had not fewer than 10,000 officers on duty.", "stronger")]
    [InlineData("The firm had not managed to raise production to the planned level.", "Production did reach the planned level.", "denies it")]
    [InlineData("The contracts will not be renewed when they end in May. Private scooters are not affected.", "Private scooters, too, must disappear when the contracts end.", "not so")]
    [InlineData("The body of the Moon is in the way of the signals.", "The body of the Moon does not get in the way of the signals.", "denies what")]
    public void Does_not_follow(string passage, string sentence, string reason)
    {
        var (found, verdict) = Check(passage, sentence);

        Assert.NotEqual(Verdict.Supported, verdict);
        Assert.Contains(reason, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Narrows_the_quote_to_the_sentence_that_says_it()
    {
        const string Passage = "The sky was grey. The ship is 400 metres long. It left on time.";

        var result = FactChecker.Check("The ship is 400 metres long.", [new CitedPassage("Ship", Passage, Published)]);

        Assert.Equal("The ship is 400 metres long.", Passage[result.Start..result.End]);
    }

    [Theory]
    [InlineData("According to.")]
    [InlineData("According 9 an")]
    [InlineData("said")]
    [InlineData("on on May 3 of of the")]
    public void Takes_what_is_no_sentence(string sentence) =>
        Assert.NotEqual(Verdict.Supported, FactChecker.Check(sentence, [new CitedPassage("Ship", "The ship left on 3 May.", Published)]).Verdict);

    [Fact]
    public void Takes_any_garbage_and_quotes_within_the_passage()
    {
        const string Passage = "On 3 May 2019 the ferry Anna sank off Elba, Captain Luca Rossi said; 14 of 40 people were not found until Tuesday. According to Judge Conti nobody could have known.";
        const string Claim = "According to Judge Conti, the ferry Anna did not sink on 3 May 2019 because 14 of the 40 people said so.";
        var random = new Random(11);

        for (var i = 0; i < 2_000; i++)
        {
            var passage = Garbled(Passage, random);
            var result = FactChecker.Check(Garbled(Claim, random), [new CitedPassage("Ferry", passage, Published)]);

            Assert.InRange(result.Start, 0, passage.Length);
            Assert.InRange(result.End, result.Start, passage.Length);
        }
    }

    private static string Garbled(string text, Random random)
    {
        const string Junk = " ,.;—’“”()[]\0\u200bé0123456789%$€on in May the of A not -/\n\t";
        for (var changes = random.Next(12); changes > 0 && text.Length > 1; changes--)
        {
            var at = random.Next(text.Length);
            text = random.Next(3) == 0 ? text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)) : text.Insert(at, Junk.Substring(random.Next(Junk.Length), 1));
        }

        return text;
    }

    [Fact]
    public void Nothing_cited_supports_nothing() => Assert.Equal(Verdict.Unsupported, FactChecker.Check("The ship left.", []).Verdict);

    [Fact]
    public void A_text_without_content_is_no_claim() => Assert.Equal(Verdict.NotAClaim, FactChecker.Check("And so it is.", []).Verdict);

    private static (string? Reason, Verdict Verdict) Check(string passage, string sentence)
    {
        var result = FactChecker.Check(sentence, [new CitedPassage(string.Empty, passage, Published)]);
        return (result.Reason, result.Verdict);
    }
}
