/** The two spellings of English that news is written in. */
export type Variety = 'american' | 'british';

/**
 * Stems that the two spell differently, `british american`, by the endings that both take. Words that one of them spells alike in
 * some sense (practise, licence, check, tire, story, meter) are left out.
 */
const STEMS: readonly (readonly [endings: string, pairs: string])[] = [
  [
    ' s ed ing er ers ful fully able ably less ite ites ist ists hood hoods ly al ally ism',
    `arbour arbor,armour armor,behaviour behavior,candour candor,clamour clamor,colour color,demeanour demeanor,endeavour endeavor,
    favour favor,fervour fervor,flavour flavor,harbour harbor,honour honor,humour humor,labour labor,neighbour neighbor,odour odor,
    parlour parlor,rancour rancor,rigour rigor,rumour rumor,saviour savior,savour savor,splendour splendor,succour succor,
    tumour tumor,valour valor,vapour vapor,vigour vigor,discolour discolor,dishonour dishonor,disfavour disfavor,
    mould mold,smoulder smolder,plough plow,kilogramme kilogram,
    catalogue catalog,manoeuvre maneuver,sceptic skeptic,sceptical skeptical,aluminium aluminum,jewellery jewelry,moustache mustache,pyjama pajama,mum mom,
    instalment installment,fulfilment fulfillment,enrolment enrollment,orthopaedic orthopedic,paediatric pediatric,paediatrician pediatrician,
    anaesthetic anesthetic,anaesthetist anesthetist,haemorrhage hemorrhage,haemoglobin hemoglobin,leukaemia leukemia,anaemia anemia,anaemic anemic,oestrogen estrogen,
    foetus fetus,foetal fetal,diarrhoea diarrhea,oesophagus esophagus,gynaecologist gynecologist,gynaecology gynecology,paedophile pedophile,paedophilia pedophilia,
    caesarean cesarean,coeliac celiac,faeces feces,mediaeval medieval,artefact artifact,sulphur sulfur,sulphate sulfate,
    aeroplane airplane,acknowledgement acknowledgment,ageing aging,skilful skillful,wilful willful,marvellous marvelous,woollen woolen,cosy cozy`,
  ],
  [
    'e es ed ing er ers ation ations ational able',
    `agonis agoniz,antagonis antagoniz,apologis apologiz,authoris authoriz,capitalis capitaliz,categoris categoriz,centralis centraliz,characteris characteriz,
    civilis civiliz,colonis coloniz,commercialis commercializ,computeris computeriz,criminalis criminaliz,criticis criticiz,crystallis crystalliz,customis customiz,
    decentralis decentraliz,decolonis decoloniz,decriminalis decriminaliz,demilitaris demilitariz,democratis democratiz,demonis demoniz,demoralis demoraliz,
    destabilis destabiliz,digitis digitiz,economis economiz,emphasis emphasiz,energis energiz,equalis equaliz,familiaris familiariz,fertilis fertiliz,finalis finaliz,
    formalis formaliz,fraternis fraterniz,galvanis galvaniz,generalis generaliz,globalis globaliz,harmonis harmoniz,hospitalis hospitaliz,hypothesis hypothesiz,idealis idealiz,
    immunis immuniz,individualis individualiz,industrialis industrializ,initialis initializ,institutionalis institutionaliz,internationalis internationaliz,
    jeopardis jeopardiz,legalis legaliz,legitimis legitimiz,liberalis liberaliz,localis localiz,marginalis marginaliz,materialis materializ,maximis maximiz,mechanis mechaniz,
    memoris memoriz,militaris militariz,minimis minimiz,mobilis mobiliz,modernis moderniz,monopolis monopoliz,nationalis nationaliz,naturalis naturaliz,neutralis neutraliz,
    normalis normaliz,optimis optimiz,organis organiz,patronis patroniz,penalis penaliz,personalis personaliz,plagiaris plagiariz,polaris polariz,politicis politiciz,popularis populariz,
    prioritis prioritiz,privatis privatiz,publicis publiciz,radicalis radicaliz,rationalis rationaliz,realis realiz,recognis recogniz,regularis regulariz,reorganis reorganiz,
    revitalis revitaliz,revolutionis revolutioniz,sanitis sanitiz,scrutinis scrutiniz,sensitis sensitiz,socialis socializ,specialis specializ,stabilis stabiliz,standardis standardiz,
    sterilis steriliz,stigmatis stigmatiz,subsidis subsidiz,summaris summariz,symbolis symboliz,sympathis sympathiz,synchronis synchroniz,terroris terroriz,traumatis traumatiz,
    trivialis trivializ,urbanis urbaniz,utilis utiliz,vandalis vandaliz,victimis victimiz,visualis visualiz,westernis westerniz`,
  ],
  ['e ed ing er ers', 'analys analyz,paralys paralyz,catalys catalyz,breathalys breathalyz'],
  [
    'ed ing er ers ings',
    `travell travel,cancell cancel,labell label,modell model,fuell fuel,signall signal,levell level,marshall marshal,counsell counsel,channell channel,totall total,rivall rival,
    quarrell quarrel,tunnell tunnel,panell panel,funnell funnel,shovell shovel,pedall pedal,unravell unravel,duell duel,diall dial,equall equal,initiall initial,jewell jewel,
    bevell bevel,libell libel,grovell grovel,revell revel,snivell snivel,spirall spiral,swivell swivel,shrivell shrivel,trammell trammel,tinsell tinsel,worshipp worship,
    dishevell dishevel,enamell enamel,chisell chisel,barrell barrel,medall medal,remodell remodel,refuell refuel`,
  ],
  ['or ors', 'counsell counsel,councill council'],
  [
    're res red',
    'cent cent-,theat theat-,fib fib-,calib calib-,lust lust-,sab sab-,spect spect-,epicent epicent-,amphitheat amphitheat-',
  ],
  [
    're res',
    'kilomet kilomet-,centimet centimet-,millimet millimet-,lit lit-,millilit millilit-,meag meag-,somb somb-',
  ],
  [' s less', 'defence defense,offence offense,pretence pretense'],
  [' s', 'programme program,fulfil fulfill,enrol enroll,distil distill,instil instill'],
];

/** A word in each of the two spellings. */
function pairsOf(endings: string, pairs: string): [british: string, american: string][] {
  return pairs.split(/,\s*/).flatMap((pair) => {
    const [british = '', american = ''] = pair.trim().split(' ');
    return endings
      .split(' ')
      .map((ending): [string, string] => [
        british + ending,
        american.endsWith('-') ? american.slice(0, -1) + swapped(ending) : american + ending,
      ]);
  });
}

/** `re` as Americans end a word: `er`. */
function swapped(ending: string): string {
  return `er${ending.slice(2)}`;
}

let spellings: Record<Variety, ReadonlyMap<string, string>> | undefined;

/** Words of each variety, with how the other one spells them. */
function otherSpellings(): Record<Variety, ReadonlyMap<string, string>> {
  if (spellings === undefined) {
    const pairs = STEMS.flatMap(([endings, list]) => pairsOf(endings, list));
    spellings = {
      british: new Map(pairs),
      american: new Map(pairs.map(([british, american]) => [american, british])),
    };
  }
  return spellings;
}

/** The variety whose spelling a folded word is; undefined for the many words that both spell alike. */
export function varietyOfWord(word: string): Variety | undefined {
  const { british, american } = otherSpellings();
  return british.has(word) ? 'british' : american.has(word) ? 'american' : undefined;
}

/** A term in the spelling of a variety. Words with capitals stay: a name has one spelling. */
export function inVariety(term: string, variety: Variety): string {
  const foreign = otherSpellings()[variety === 'british' ? 'american' : 'british'];
  return term.replace(/(?<![A-Za-z])[a-z]+(?![A-Za-z])/g, (word) => foreign.get(word) ?? word);
}
