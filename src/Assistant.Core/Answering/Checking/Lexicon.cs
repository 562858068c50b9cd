using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>The word lists of the citation checker: general English and common knowledge, nothing of any article.</summary>
internal static class Lexicon
{
    /// <summary>Words that carry no content of their own.</summary>
    public static FrozenSet<string> FunctionWords { get; } = Set(
        """
        a an the this that these those of in on at by for from to with into onto over under between among as than then so
        and or but if when while where who whom whose which what how why it its it's he him his she her hers they them
        their theirs we us our you your i my me is are was were be been being am has have had having do does did doing
        done will would shall should can could may might must also too very just even still already yet there here about
        around roughly some any each per such own same other up out off down through during since until till before after
        both either not no nor never nobody none nothing neither without n't cannot don't didn't doesn't isn't wasn't
        weren't won't hasn't haven't hadn't wouldn't couldn't shouldn't can't more most less least all every only according
        although though one whether itself himself herself themselves besides
        take took taken takes taking place make made makes making give gave given gives get got come came comes go went gone goes becomes become
        became according well called named used put use
        """);

    /// <summary>Words that say little of their own and turn nothing round, so that a paraphrase may add them.</summary>
    public static FrozenSet<string> LightWords { get; } = Set(
        """
        because whereas able along further aboard once thus hence therefore instead onto upon toward towards regarding concerning via per
        anything something everything anyone someone everyone another others ever now then later afterwards meanwhile altogether together again originally
        time times day days moment way ways thing things fact case kind sort type form amount number level rate part side end
        people person place area home group member members work question view means lot record issue matter subject board service public
        set sets setting meet meets met need needs needed want wants wanted wish wished hold holds holding bring brings brought bringing
        carry carries carried carrying run runs running reach reaches reached show shows showed shown seen found stand stands stood
        involve involves involved include including concern concerns concerned comprise comprised include includes included form formed refer referred
        enter entered hit struck happen happened occur occurred feature featured follow followed continue continued begin began
        within aged rather instance really contain contains contained consist consists consisted amounts amounted suffer suffers suffered single present
        speak speaks spoke spoken sit sits sat lie lies lay bear bears bore serve served decide decided point pointed mean meant manage managed
        """);

    /// <summary>Words that make a verb mean something else ("turn down").</summary>
    public static FrozenSet<string> VerbParticles { get; } = Set("down up off out away back aside apart through");

    /// <summary>Words that "be" says something with alone ("the lights were on").</summary>
    public static FrozenSet<string> PredicateParticles { get; } = Set("on off in out up down over away back through");

    /// <summary>Forms of "be" but "being".</summary>
    public static FrozenSet<string> FormsOfBe { get; } = Set("was were is are been be");

    /// <summary>Verbs that say little without what follows them.</summary>
    public static FrozenSet<string> EmptyVerbs { get; } = Set("take takes took taken taking give gives gave given giving go goes went gone going come comes came coming get gets got getting make makes made making");

    /// <summary>Verbs that help another verb.</summary>
    public static FrozenSet<string> Auxiliaries { get; } = Set(
        "do does did has have had is are was were will would can could may might should must");

    /// <summary>Verbs and phrases by which a text says who speaks.</summary>
    public static FrozenSet<string> SpeechVerbs { get; } = Set(
        """
        say says said saying tell tells told telling announce announced announces announcing called calling
        claimed add added adds warn warned warns stress stressed argue argued argues stated
        explain explained explains replied replies answered asked admit admitted admits deny denied
        denies suggest suggested suggests propose proposed proposes promised estimates estimated
        describe described describes accuse accused accuses reported declare declared confirm confirmed
        insist insisted wrote writes believe believes believed think thinks noted remarked
        demanded declined welcomed welcomes compared likened conceded disagree
        disagreed agree agreed blamed blames pointed put predicted
        """);

    /// <summary>Words in names that tell the kind of a thing, not which one.</summary>
    public static FrozenSet<string> KindsOfName { get; } = Set(
        """
        party president minister prime chancellor king queen emperor general secretary state states united university institute court
        ministry department agency commission council parliament senate committee union league club city united company bank group
        organisation organization association authority office north south east west national international new republic mr mrs ms dr sir prof professor
        world cup model judge justice chief captain mayor governor senator deputy vice spokesman spokeswoman
        """);

    /// <summary>Words that a sentence may begin with before its subject, none of them a name.</summary>
    public static FrozenSet<string> Openers { get; } = Set(
        "like unlike instead despite besides following owing thanks given once only first later earlier today yesterday however meanwhile nevertheless nonetheless still again apart among within beyond");

    /// <summary>Words that deny what follows them.</summary>
    public static FrozenSet<string> Negations { get; } = Set(
        """
        not no never nobody none nothing neither nor without cannot hardly nowhere n't don't didn't doesn't isn't wasn't
        aren't weren't won't hasn't haven't hadn't wouldn't couldn't shouldn't can't unable impossible rarely seldom scarcely
        noone free unlikely
        """);

    /// <summary>Verbs that deny what follows them ("failed to reach", "denied that", "rejected the offer").</summary>
    public static FrozenSet<string> NegativeVerbs { get; } = Set(
        """
        refuse refuses refused refusing unwilling lack lacks lacked avert averts averted
        misses missed deny denies denied denying reject rejects rejected rejecting prevent prevents prevented avoid avoids avoided
        """);

    /// <summary>Verbs that with "from" deny what follows ("banned from flying").</summary>
    public static FrozenSet<string> KeepingVerbs { get; } = Set(
        "ban banned bans banning bar barred bars keep keeps kept stop stops stopped exclude excluded block blocked prohibit prohibited prohibits discourage discouraged refrain refrained abstain abstained hinder hindered save saved");

    /// <summary>Verbs that deny the verb after them, but say something of their own without one ("the pumps failed").</summary>
    public static FrozenSet<string> FailingVerbs { get; } = Set("fail fails failed failing decline declines declined ceased stopped");

    /// <summary>Words that can stand for a denial in a paraphrase.</summary>
    public static FrozenSet<string> ImplicitNegations { get; } = Set(
        """
        deny denies denied refuse refused refuses reject rejected rejects exclude excluded excludes fail failed fails lack lacks
        lacked prevent prevented prevents avoid avoided unable impossible against cancel cancelled canceled halt halted stopped
        except save spared absent unaffected independent separate instead scarcely miss missed misses exempt ruled unchanged
        unlike block blocks blocked bar bars barred ban bans banned lose lost loses stayed remained unharmed unhurt unopposed unsuccessful
        opposed oppose opposes abandon abandoned lapsed expired void invalid avert averted
        """);

    /// <summary>Verbs whose denial denies what follows them ("did not allow it to land").</summary>
    public static FrozenSet<string> EnablingVerbs { get; } = Set("allow allowed allows let lets permit permitted permits able manage managed get got enable enabled");

    /// <summary>Nouns that say little without what follows them ("no sign of life").</summary>
    public static FrozenSet<string> EmptyNouns { get; } = Set(
        """
        danger risk sign signs evidence proof indication plan plans intention reason reasons need chance chances possibility prospect hope way
        doubt question immediate part role any able allowed
        """);

    /// <summary>Denials of a noun, not of a verb.</summary>
    public static FrozenSet<string> NegativeDeterminers { get; } = Set("no nobody none nothing neither nor without noone nowhere");

    /// <summary>Words that leave no exception, or promise more than a report does.</summary>
    public static FrozenSet<string> Absolutes { get; } = Set(
        """
        all every always certainly definitely unanimous unanimously completely entirely totally proven prove proves proved
        guaranteed guarantees worldwide ever everyone everybody everything greatest best worst largest biggest
        smallest highest lowest fastest cheapest oldest youngest newest longest immediately soon forever finally permanent permanently
        full fully total nationwide universal universally global globally complete overwhelming overwhelmingly massive massively
        double doubled twice triple tripled treble quadrupled halved half dozens hundreds thousands millions billions several couple inevitable inevitably
        undoubtedly perfect perfectly useless revolutionary historic only solely exclusively whole entire
        """);

    /// <summary>Words that speak of all of a thing.</summary>
    public static FrozenSet<string> Wholes { get; } = Set("all every each both entire whole any always");

    /// <summary>Words with the ending of a superlative or an adverb of degree that are neither.</summary>
    public static FrozenSet<string> PlainEndings { get; } = Set(
        """
        protest request interest forest suggest contest arrest invest harvest latest honest
        mostly largely mainly really actually originally early daily family assembly reply supply apply monthly weekly yearly recently currently
        formerly previously nearly roughly approximately finally officially publicly reportedly separately together jointly
        """);

    /// <summary>Words that weaken what follows.</summary>
    public static FrozenSet<string> Hedges { get; } = Set(
        """
        may might could would possibly probably perhaps likely thought believed fear fears feared doubt concern concerns estimated estimates expected expects reportedly
        reported apparently hopes hope hoped seek seeks aim aims wants want wanted plans planned plan proposal proposed almost
        nearly partly some suggests appears seems potential potentially supposed meant
        """);

    /// <summary>Words of doubt, hope and approximation that a claim must not drop.</summary>
    public static FrozenSet<string> StrongHedges { get; } = Set(
        """
        may might could possibly perhaps probably likely thought reportedly nearly almost hope hopes hoped fear fears feared doubt doubts doubted whether barely accused vain
        allegedly alleged suspected seek seeks considering consider considers expected expects expect appears seems suggest suggests
        """);

    /// <summary>Words that a cause follows.</summary>
    public static FrozenSet<string> CausesFollow { get; } = Set("because since due owing thanks reason reasons blamed after as following when over why so-that");

    /// <summary>Words that set what follows against what stands before.</summary>
    public static FrozenSet<string> Contrasts { get; } = Set("but while whereas although though");

    /// <summary>Words that an effect follows.</summary>
    public static FrozenSet<string> EffectsFollow { get; } = Set(
        """
        therefore thus hence so cause caused causes causing lead leads led leading resulted result forced force prompted triggered
        made makes prevented brought delayed stopped order enabled allowed meant
        """);

    private static FrozenSet<string> Set(string words) => FrozenSet.ToFrozenSet(
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
