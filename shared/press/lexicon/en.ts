import { type Convention, list } from './convention.ts';

export const en: Convention = {
  language: 'en',
  verbs: list(String.raw`
    point(?:ed|s) out; went on(?: to say)?;
    (?:expressed|voiced) (?:confidence|hope|concern|the hope|the view); made (?:it )?clear;
    told (?:(?:the|a|an|his|her|their|our) )?(?:\p{L}+[\p{L}’'-]*)(?: (?:forum|session|delegates|audience|reporters|meeting|conference|assembly))?;
    sa(?:id|ys); add(?:ed|s); not(?:ed|es); stress(?:ed|es); emphasi[sz](?:ed|es); underlin(?:ed|es);
    underscor(?:ed|es); stat(?:ed|es)(?! of| the\b); declar(?:ed|es); explain(?:ed|s); recall(?:ed|s);
    remind(?:ed|s)(?: \p{L}+)?; argu(?:ed|es); warn(?:ed|s)(?: (?:delegates|them|the \p{L}+))?;
    announc(?:ed|es); conclud(?:ed|es); remark(?:ed|s); observ(?:ed|es); repli(?:ed|es); answer(?:ed|s);
    ask(?:ed|s); continu(?:ed|es); comment(?:ed|s); insist(?:ed|s); believ(?:ed|es); claim(?:ed|s);
    admit(?:ted|s); acknowledg(?:ed|es); report(?:ed|s); promis(?:ed|es); urg(?:ed|es); suggest(?:ed|s);
    highlight(?:ed|s); confirm(?:ed|s); wrote; quipp?ed; jok(?:ed|es); muse[ds]; lament(?:ed|s); complain(?:ed|s); boast(?:ed|s); shout(?:ed|s); whisper(?:ed|s);
    laugh(?:ed|s); sigh(?:ed|s); sum(?:med|s) up; demand(?:ed|s); propos(?:ed|es); pledg(?:ed|es); vow(?:ed|s); recount(?:ed|s); countered; cautioned; maintain(?:ed|s);
    reiterat(?:ed|es); predict(?:ed|s); estimat(?:ed|es); assur(?:ed|es)(?: \p{L}+)?;
    inform(?:ed|s) \p{L}+; agreed`),
  converbs: ['saying', 'adding', 'noting', 'stressing', 'warning', 'arguing', 'explaining', 'recalling'],
  quotatives: [],
  naming: [],
  accordingBefore: ['according to', 'in the words of', 'in the view of', 'as'],
  accordingAfter: [],
  he: ['he', 'his', 'him'],
  she: ['she', 'her'],
  either: ['they'],
  titles: list(String.raw`
    chair(?:man|woman|person)?$; co-chair; secretary; secretary-general; deputy; vice; vice-\p{L}+;
    member; representative; head; director; minister; president; ambassador; professor; academician;
    rector; coordinator; co-ordinator; expert; scientist; economist; delegate; speaker; leader; advis[eo]r;
    senator; lord; chancellor; moderator; editor; journalist; engineer; lawyer; author(?!it); founder;
    co-founder; commissioner; governor; mayor; analyst; chief; manager; officer; envoy; dean; fellow;
    lecturer; researcher; hydrologist; historian; ecologist; geologist; farmer; spokes(?:man|woman|person);
    diplomat; negotiator; organi[sz]er; statistician; teacher; ombudsman; activist; host; guest;
    rapporteur; MP; poet; writer; singer; actor; actress; film-?maker; painter; artist; composer; musician;
    violinist; pianist; champion(?!ship); athlete; coach; trainer; boxer; wrestler; biologist; physicist; chemist;
    mathematician; philosopher; sociologist; psychologist; meteorologist; archaeologist; linguist; agronomist; architect;
    planner; entrepreneur; businessman; businesswoman; banker; lawyer; judge; prosecutor; general$; colonel; captain;
    teacher; dean; columnist; blogger; correspondent; reporter; gardener; fisherman; forester; rescuer; nurse; doctor$;
    surgeon; curator; producer; designer; programmer; translator; grandmaster; referee; volunteer; beekeeper; vet$;
    goalkeeper; geophysicist; demographer; headteacher; principal; librarian; archivist; pilot; astronaut; biographer; student; pupil`),
  titleModifiers: list(`
    prime; first; deputy; vice; general; chief; executive; senior; former; foreign; acting; managing;
    permanent; special; honorary; associate; assistant; environment; water; finance; agriculture; energy;
    national; regional; party; co; state; affairs; defen[cs]e; interior; justice; trade; transport; health;
    education; culture; labou?r; economy; science; resources`),
  courtesies: ['mr', 'mrs', 'ms', 'dr', 'prof', 'sir', 'dame', 'lord', 'lady', 'madam', 'miss'],
  organisations: list(`
    part(?:y|ies)$; assembl(?:y|ies); council; conference; institute; ministry; agency; committee; union;
    fund$; foundation; university; chamber; administration; academy; department; cent(?:er|re);
    association; company; bank; society; organi[sz]ation; federation; league; commission$; group; bureau;
    parliament; senate; government; forum; club; network; alliance; cooperative; station; service; office$;
    laboratory; museum; hospital; gazette; newspaper; journal$; library; theat(?:er|re); court$; secretariat; house; embassy; delegation; school; college; trust; authority; board`),
  occasions: list(String.raw`
    in (?:his|her|their) (?:speech|address|remarks|report|opening remarks|closing remarks);
    at the (?:forum|session|opening|meeting|conference); on (?:\p{Lu}\p{L}+day); in turn;
    for (?:his|her) part; during the \p{L}+; in an interview(?: with \p{L}+)?; yesterday; today; earlier;
    after the \p{L}+; from the rostrum`),
  leading: list(`
    the; a; an; in; on; at; as; but; and; he; she; it; they; we; i; you; his; her; our; their; its; this;
    that; these; those; there; then; when; while; after; before; according; for; from; with; if; no; not;
    yes; so; to; what; who; why; how; where; speaking; opening; closing; asked; earlier; yesterday; today;
    monday; tuesday; wednesday; thursday; friday; saturday; sunday; january; february; march; april; may;
    june; july; august; september; october; november; december; nobody; every; both; all; only; water;
    rivers; let; replying; answering; summing; delegates; one; two; three`),
  abbreviations: [
    'mr',
    'mrs',
    'ms',
    'dr',
    'prof',
    'st',
    'vs',
    'etc',
    'e\\.g',
    'i\\.e',
    'no',
    'gen',
    'sen',
    'gov',
    'u\\.s',
    'u\\.k',
    'jr',
    'sr',
  ],
  particles: [
    'van',
    'von',
    'de',
    'der',
    'den',
    'al',
    'el',
    'bin',
    'bint',
    'ibn',
    'da',
    'di',
    'la',
    'le',
    'du',
    'dos',
  ],
  credits: ['photo(?:graph)?s?(?: by| courtesy of)?', 'pictures?(?: by)?', 'images?(?: by| courtesy of)?'],
  contrasts: ['while', 'but', 'whereas', 'and', 'although', 'though', 'as'],
};
