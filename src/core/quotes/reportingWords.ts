/**
 * The closed word lists of one language that attributions are found with, in lower case, separated by
 * spaces. They are lists of forms, not of stems, so that what they match can be read off them.
 */
export interface ReportingWords {
  /** A BCP 47 language tag. */
  readonly language: string;
  /** Finite forms and gerunds that introduce what is said. */
  readonly verbs: string;
  /** Forms that do so behind an auxiliary. */
  readonly participles?: string;
  readonly auxiliaries?: string;
  /** Words that may stand between the auxiliary and the participle, before the verb or behind it. */
  readonly adverbs?: string;
  /** Prepositions that name a source (“according to”); `_` is a space in any list. */
  readonly sources?: string;
  /** Forms that go on with what the same speaker has said before. */
  readonly continuing?: string;
  /** Forms behind which stands whom they address, never who speaks. */
  readonly addressing?: string;
  /** Words that join the reporting verb to what was said. */
  readonly complementizers?: string;
  readonly pronouns?: string;
  readonly determiners?: string;
  /** Prepositions that hold a noun phrase together (“the Minister of Justice”). */
  readonly joiners?: string;
  /** Prepositions that a noun phrase does not go over. */
  readonly prepositions?: string;
  /** Conjunctions, relatives, auxiliaries, adverbs of time: a noun phrase ends before them. */
  readonly stops?: string;
  /** Conjunctions that join two sentences and are no part of what was said in the second. */
  readonly conjunctions?: string;
  /** Words that begin a clause behind which the main one stands (“while he said so, she …”). */
  readonly subordinators?: string;
  /** Words that go on with the speaker behind what was said (“said Rossi, who …”). */
  readonly relatives?: string;
  /** Verbs behind which a clause may stand without a word that joins it (“said he would”). */
  readonly bare?: string;
  /** Words of the other lists that may begin such a clause all the same. */
  readonly openers?: string;
  /** Whether a comma alone may join what was said to its verb (“sagte, er komme”). */
  readonly isJoinedByComma?: true;
  /** Whether a comma always stands behind a source that begins a sentence (“according to Rossi, …”). */
  readonly isSourceSetOff?: true;
  /** Whether the head of a noun phrase stands behind names (“Clinton campaign officials”). */
  readonly isHeadLast?: true;
}

export const reportingWords: readonly ReportingWords[] = [
  {
    language: 'it',
    verbs:
      'afferma affermano affermava affermò affermarono affermando aggiunge aggiungono aggiungeva aggiunse aggiunsero aggiungendo ' +
      'ammette ammettono ammise ammettendo annuncia annunciano annunciò annunciando argomenta assicura assicurano assicurò assicurando ' +
      'avverte avvertono avvertì avvertendo chiarisce chiariscono chiarì chiarendo chiede chiedono chiese chiesero chiedendo ' +
      'commenta commentano commentava commentò commentando conclude concludono concluse concludendo conferma confermano confermò confermando ' +
      'confessa confessò confida confidò continua continuò denuncia denunciano denunciò denunciando dice dicono diceva dicevano disse dissero dicendo ' +
      'dichiara dichiarano dichiarava dichiarò dichiararono dichiarando esclama esclamò esordisce esordì evidenzia evidenziano evidenziò evidenziando ' +
      'insiste insistono insistette ironizza ironizzò lamenta lamentano lamentò nega negano negò osserva osservano osservò osservando ' +
      'precisa precisano precisò precisando promette promettono promise promettendo prosegue proseguono proseguì proseguendo ' +
      'racconta raccontano raccontava raccontò raccontando replica replicano replicò replicando ribadisce ribadiscono ribadì ribadendo ripete ripetono ripeté ripetendo ' +
      'ribatte ribattono ribatté ricorda ricordano ricordò ricordando riferisce riferiscono riferì riferendo rimarca rimarcano rimarcò ' +
      'risponde rispondono rispose risposero rispondendo rivela rivelano rivelò rivelando scandisce scandì scrive scrivono scriveva scrisse scrissero scrivendo ' +
      'segnala segnalano segnalò segnalando sostiene sostengono sosteneva sostenne sostenendo sottolinea sottolineano sottolineava sottolineò sottolineando ' +
      'spiega spiegano spiegava spiegò spiegarono spiegando tuona tuonò twitta',
    participles:
      'affermato aggiunto ammesso annunciato argomentato assicurato attaccato avvertito chiarito chiesto chiosato commentato concluso confermato ' +
      'confessato confidato continuato denunciato detto dichiarato domandato esclamato esordito evidenziato fatto_sapere incalzato insistito ironizzato ' +
      'lamentato minacciato negato osservato precisato promesso proseguito puntualizzato raccontato replicato ripetuto ribadito ribattuto ricordato riferito ' +
      'rilanciato rimarcato risposto rivelato scandito scritto segnalato sostenuto sottolineato specificato spiegato tuonato twittato urlato',
    auxiliaries: 'ha hanno aveva avevano ebbe avrebbe avrebbero abbia abbiano avendo è',
    adverbs:
      'anche poi ancora inoltre già infine invece subito quindi dunque pure ieri oggi così infatti stamattina stamane questa_mattina da_parte_sua a_sua_volta dal_canto_suo nuovamente sempre',
    sources: 'secondo per stando_a a_detta_di a_giudizio_di',
    continuing:
      'aggiunge aggiunse aggiunto continua continuò continuato prosegue proseguì proseguito conclude concluse concluso insiste insistito ' +
      'ribadisce ribadì ribadito precisa precisò precisato spiega spiegò spiegato sottolinea sottolineò sottolineato',
    conjunctions: 'ma e però',
    subordinators: 'mentre quando se perché poiché benché sebbene dopo avendo',
    relatives: 'che',
    complementizers: 'che come di',
    pronouns: 'lui lei egli ella loro essi',
    determiners:
      "il lo la i gli le l un uno una un' quel quello quella quei questi questo questa alcuni alcune",
    joiners: 'di del dello della dei degli delle dell d',
    prepositions:
      'a al allo alla ai agli alle all da dal dallo dalla dai dagli dalle dall in nel nello nella nei negli nelle nell ' +
      'su sul sullo sulla sui sugli sulle sull con per tra fra durante dopo prima contro verso senza presso davanti',
    stops:
      'e ed o ma che chi cui come quando mentre se perché poiché dove anche poi ancora inoltre già infine invece non ieri oggi domani ' +
      'stamattina lunedì martedì mercoledì giovedì venerdì sabato domenica ha hanno aveva avevano è sono era erano si ' +
      'così intanto quindi dunque subito però tuttavia infatti appena nuovamente citato citando secondo',
  },
  {
    language: 'en',
    isHeadLast: true,
    verbs:
      'said says say saying added adds adding told tells telling asked asks asking announced announces announcing argued argues arguing ' +
      'claimed claiming commented conceded concedes concluded concludes confirmed confirms continued continues contended contends ' +
      'declared declares declaring denied denies explained explains explaining exclaimed insisted insists insisting joked ' +
      'noted noting observed observes pointed_out points_out pointing_out promised quipped quips recalled recalls remarked remarks ' +
      'replied replies replying responded responds responding reported revealed reveals stated stating stressed stresses ' +
      'suggested suggests testified testifies tweeted tweets tweeting urged urges vowed vows warned warns warning wrote writes writing wondered ' +
      'acknowledged acknowledges admitted admits asserted asserts emphasized emphasizes complained complains cautioned ' +
      'boasted boasts boasting scolded echoed agreed mused retorted shouted recounted predicted predicts lamented laments reiterated reads',
    participles:
      'said told argued insisted noted claimed acknowledged admitted denied warned suggested written promised confirmed announced declared ' +
      'stated complained explained revealed reported vowed',
    auxiliaries: 'has have had',
    adverbs:
      'also then later again too still once further often reportedly previously recently yesterday today monday tuesday wednesday thursday friday saturday sunday',
    sources: 'according_to',
    continuing: 'added adds continued continues concluded concludes adding',
    conjunctions: 'but and yet so',
    subordinators: 'while when if because although though after as since having',
    relatives: 'who which whose referring recalling citing',
    bare: 'said says say saying argued argues arguing insisted insists noted noting claimed claiming added adding acknowledged admitted',
    openers: 'there last if',
    isSourceSetOff: true,
    addressing: 'told tells telling urged urges asked asks asking warned warns warning promised',
    complementizers: 'that how',
    pronouns: 'he she they it i we you who',
    determiners: 'the a an his her their its our one another some several many both this these',
    joiners: 'of',
    prepositions:
      'in on at to for from with by about after before during into over under against through as near inside outside since until',
    stops:
      'and or but that which who whom whose when while if because where also then later again is are was were has have had be been not ' +
      'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow last earlier recently however meanwhile ' +
      'would could should do does did there so',
  },
  {
    language: 'fr',
    verbs:
      'affirme affirment affirmait affirma ajoute ajoutent ajoutait ajouta assure assurent assura avertit avoue avoua commente commenta conclut ' +
      'confie confia confirme confirma déclare déclarent déclara dit disent disait dénonce dénonça estime estiment estimait explique expliquent expliqua ' +
      'insiste insista indique indiquent indiqua lance lança martèle note nota observe poursuit poursuivit précise précisent précisa prévient promet ' +
      'raconte raconta rappelle rappela regrette répète répond répondit résume révèle souligne soulignent souligna soutient écrit écrivait annonce annonça',
    participles:
      'affirmé ajouté assuré averti avoué commenté conclu confié confirmé déclaré dit dénoncé estimé expliqué indiqué insisté lancé martelé ' +
      'noté observé poursuivi précisé prévenu promis raconté rappelé regretté répété répondu résumé révélé souligné soutenu écrit annoncé fait_savoir',
    auxiliaries: 'a ont avait avaient aurait',
    adverbs: 'aussi ensuite encore également déjà enfin par_ailleurs hier ainsi',
    sources: "selon d'après d’après",
    continuing: 'ajoute ajouta ajouté poursuit poursuivit poursuivi conclut conclu',
    conjunctions: 'mais et',
    subordinators: 'quand lorsque si puisque comme après alors',
    relatives: 'qui dont',
    complementizers: 'que qu',
    pronouns: 'il elle ils elles on t-il t-elle',
    determiners: 'le la les l un une des ce cette ces son sa ses leur',
    joiners: 'de du des d',
    prepositions:
      'à au aux dans en par sur sous avec pour contre chez vers depuis pendant après avant lors',
    stops:
      'et ou mais qui que dont où quand lorsque si hier demain lundi mardi mercredi jeudi vendredi samedi dimanche a ont avait est sont',
  },
  {
    language: 'de',
    verbs:
      'sagt sagte sagten sagen erklärt erklärte erklärten betont betonte ergänzt ergänzte fügte fügt meint meinte mahnt mahnte warnt warnte ' +
      'berichtet berichtete behauptet behauptete bestätigt bestätigte antwortet antwortete fragt fragte schreibt schrieb erzählt erzählte ' +
      'kritisiert kritisierte forderte fordert versichert versicherte unterstrich bekräftigte',
    adverbs: 'auch dann weiter noch zudem außerdem gestern heute',
    sources: 'laut nach_angaben_von',
    continuing: 'ergänzt ergänzte fügte fügt',
    conjunctions: 'aber und doch',
    subordinators: 'während als wenn weil obwohl nachdem',
    isJoinedByComma: true,
    complementizers: 'dass',
    pronouns: 'er sie',
    determiners: 'der die das den dem des ein eine einer eines',
    joiners: 'von vom',
    prepositions:
      'in im an am auf bei beim mit nach seit aus zu zum zur für gegen über unter vor gegenüber',
    stops:
      'und oder aber dass als wenn weil wo hat haben hatte ist sind war gestern heute morgen montag dienstag mittwoch donnerstag freitag samstag sonntag auch hinzu nicht',
  },
  {
    language: 'es',
    verbs:
      'dice dicen decía dijo dijeron diciendo afirma afirman afirmó afirmaron agrega agregó añade añaden añadió añadiendo apunta apuntó ' +
      'advierte advirtió anuncia anunció asegura aseguran aseguró aseguraron comenta comentó concluye concluyó confirma confirmó contesta contestó ' +
      'cuenta contó declara declaró denuncia denunció destaca destacó escribe escribió explica explican explicó explicaron indica indicó insiste insistió ' +
      'lamenta lamentó manifestó matiza matizó precisa precisó preguntó recalcó reconoce reconoció recordó relata relató responde respondió reveló señala señalan señaló señalaron sostiene sostuvo subraya subrayó',
    participles:
      'dicho afirmado agregado añadido apuntado advertido anunciado asegurado comentado concluido confirmado contado declarado denunciado destacado ' +
      'escrito explicado indicado insistido lamentado manifestado precisado recalcado reconocido recordado relatado respondido revelado señalado sostenido subrayado',
    auxiliaries: 'ha han había habían habría',
    adverbs: 'también luego además ya ayer hoy',
    sources: 'según de_acuerdo_con',
    continuing:
      'añade añadió añadido agrega agregó agregado concluye concluyó concluido insiste insistió insistido',
    conjunctions: 'pero y mas',
    subordinators: 'mientras cuando si porque aunque tras',
    relatives: 'quien que',
    complementizers: 'que',
    pronouns: 'él ella ellos ellas',
    determiners: 'el la los las un una unos unas',
    joiners: 'de del',
    prepositions: 'a al en con por para sobre contra desde hasta ante tras durante',
    stops:
      'y o pero que quien cuando donde si ayer hoy lunes martes miércoles jueves viernes sábado domingo ha han había es son no también',
  },
  {
    language: 'pt',
    verbs:
      'disse disseram diz dizem dizia afirma afirmou afirmaram acrescenta acrescentou declara declarou explica explicou conta contou garante garantiu ' +
      'respondeu responde escreveu escreve destacou ressaltou salientou sublinhou revelou lembrou avisou alertou concluiu confirmou',
    sources: 'segundo de_acordo_com conforme',
    continuing: 'acrescenta acrescentou concluiu',
    conjunctions: 'mas e',
    subordinators: 'enquanto quando se porque embora',
    relatives: 'que',
    complementizers: 'que',
    pronouns: 'ele ela eles elas',
    determiners: 'o a os as um uma',
    joiners: 'do da dos das',
    prepositions: 'ao à aos às em no na nos nas por pelo pela com para sobre',
    stops: 'mas quem quando onde ontem hoje não também',
  },
  {
    language: 'ar',
    verbs:
      'قال قالت قالوا وقال وقالت أضاف أضافت وأضاف وأضافت أكد أكدت وأكد وأكدت صرح صرحت وصرح أوضح أوضحت وأوضح أعلن أعلنت وأعلن ذكر ذكرت يقول تقول ويقول وتقول كتب كتبت وتابع تابع تابعت وتابعت',
    sources: 'بحسب حسب',
    continuing: 'أضاف أضافت وأضاف وأضافت وتابع تابع تابعت وتابعت',
    complementizers: 'إن أن بأن',
    pronouns: 'هو هي',
    prepositions: 'في من إلى على عن مع خلال بعد قبل',
    stops: 'إن أن بأن التي الذي و أمس اليوم',
  },
  {
    // Written without spaces: found anywhere in a clause.
    language: 'zh',
    isJoinedByComma: true,
    verbs:
      '说 說 表示 称 稱 指出 强调 強調 认为 認為 补充道 写道 寫道 说道 說道 告诉 告訴 透露 宣布 回应 回應 解释 解釋',
  },
];
