"""Given names common in the United Kingdom, of every tongue spoken in it: our own compilation.

Names that are ordinary words as often as names (April, Will, Bill, Grant, Faith) are left out. The
list is for text out of sight only; a name alone, without a surname behind it, is nothing.
"""

_WOMEN = """
abbie abida abigail abimbola ada adaeze adele adeola adriana aggie agnes agnieszka aileen aimee aine
aisha aisling alana aleksandra alexandra alexis alice alicia alina alison amanda amara amelia amina
amira amy ana anastasia andrea angela angharad anika anita anjali ann anna annabel anne annette annie
antonia anwen aoife arlene asha ashleigh asma audrey ava ayesha azra barbara beata beatrice beatrix
becky belinda bernadette bernice bertha beryl beth bethan bethany betty beverley bev bianca bibi blanca
blessing brenda briony bridget bronagh bronwen bronwyn brighid cliodhna dervla deirbhile eimear caitlin camilla candice cara carla carly carmel carmen
carol carole caroline carolyn carrie catherine cathy catriona cecilia celia carys ceri charlene charlotte
chantelle chelsea cheryl chiamaka chinwe chloe christina christine ciara cindy claire clara clare
claudia clodagh colette connie constance cora corinne courtney cynthia daisy danielle danuta daphne
deborah debra deirdre delia denise diana diane dilys dina dolores donna doreen doris dorota dorothy
edith edna efua eileen eilidh eirlys elaine eleanor elena eleri elin eliza elizabeth ella ellen ellie
eloise elsie elspeth emily emma erica erin esme esther ethel eva eve evelyn ewa faiza farah farida
farzana fatima fatou felicity ffion fionnuala fiona flora florence fran frances francesca freda freya gail gemma
georgia georgina geraldine gertrude ghazala gillian gina gladys glenda glenys gloria grace greta
gurpreet gwen gwenda gwenllian gwyneth habiba hadiya hafsa halima halina hana hanna hannah harpreet
harriet hattie hayley hazel heather heidi helen helena henrietta hermione hilary hilda holly huda ida
ifeoma ifeyinwa ikram imelda imogen ines ingrid irena irene iris irina isabel isabella isla iqra ivana
ivy iwona jackie jacqueline jade jamila jamilah jan jana jane janet janice janina jasmin jasmine jaya
jayne jean jeanette jenna jennifer jenny jessica jessie jill jillian jo joan joanna joanne jocelyn jodie
josephine josie joyce juanita judith judy julia julie juliet june justine kamila karen karolina
katarzyna kate katherine kathleen kathryn katie katrina katy kavita kay kayleigh keira kelly kemi
kerry khadija kiran kirsten kirsty krystyna kulwinder lakshmi lara laura lauren layla leah leanne leila
lena leona leslie leticia lidia lilian lily linda lindsay lisa liz lizzie lois lola lorna lorraine
lottie louisa louise lowri lucia lucinda lucy lydia lynda lyndsey lynn lynne mabel madeleine magda
magdalena maggie mairead mairi maisie malgorzata mandy manjit mared margaret margery marguerite maria
mariam marian marianne marie marilyn marina marion marissa marjorie marta martha martina mary maryam
maud maureen mavis maxine megan mehwish melanie melissa mercy meera mia michaela michelle mildred millie
mina miriam moira mollie molly mona monica monika morag morwenna moya muriel myra myrtle nadia nadine
naima nancy naomi nasreen natalia natalie natasha nazia neha nerys niamh nicola nicole nimra nina nkechi
noor nora noreen norma nuala nusrat olga olive olivia olwen oona orla pamela parveen pat patience
patricia paula pauline pearl peggy penelope philippa phoebe phyllis pippa polly pooja precious priscilla
priya prudence rachael rachel rajinder ramona razia rebecca renata rhian rhiannon rhona rhonda rita
roberta robyn roisin rosa rosalind rosamund rose rosemary rosie rowena roxanne ruby rukhsana rupinder
ruth sabina sabrina sadia safiya saima sally salma samantha samina sandra sangeeta saoirse sara sarah
saskia seema selina shabana shabnam shanice shannon sharon shazia sheena sheila shelley shirley shona
shreya sian sinead siobhan sita sofia sonia sophia sophie sorcha stacey stella stephanie sue sumaira
sunita susan susanna susanne suzanne sylvia tabitha tahira tamara tamsin tania tanya tara tasneem
temitope teresa tessa thelma theresa tina toni tracey tracy tricia trisha uma una ursula usha uzma
valerie vanessa vera verity veronica vicky victoria vikki vilma violet vivien vivienne wanda wendy
wilhelmina winifred yasmin yetunde yvette yvonne zainab zahra zara zoe zofia zsofia zuzanna
"""
_MEN = """
aaron abdi abdul abdullah abdullahi abel abraham abu adam adamu adebayo adeel adewale adil adrian ahmed
ahmad aidan ajay akash akin alan alasdair alastair albert alec aled alejandro alex alexander alexandru
alf alfie alfred ali alistair allan allen alun alvin amir amit anand andre andrei andrew andrzej andy
angus anil anthony antoni antonio anwar archibald archie arjun arnold arthur arturo asif ashok aslam
atif aubrey augustus austin avtar ayo babatunde baljit baldev barnaby barney barry bartosz basil ben
benedict benjamin bernard bertram bilal bogdan brandon brendan brian bruce bryan bryn byron callum
calvin cameron carl carlos cathal cecil cedric chad charles charlie chidi chinedu chris christopher
chukwuemeka cian ciaran clarence claude clement clifford clive colin colm conor connor conrad craig
curtis cuthbert cyril dafydd daljit damian damien damilola daniel danny daoud darragh darren darryl
dave david davinder dean declan denis dennis derek dermot derrick desmond dewi dhruv diarmuid dilip
dmitri dominic donald dougal douglas duncan dwayne dylan eamon ebenezer edgar edmund eduardo edward
edwin elijah elliot elliott elwyn emeka emlyn emmanuel emrys eoin eric ernest errol euan eugene evan
ewan fabian faisal farhan farid farouk farooq femi fergus finbar findlay fintan florin francis
francisco frank fraser fred freddie frederick gareth garfield garry gary gavin geoff geoffrey george
geraint gerald gerard gerry gethin giles gilbert giovanni giuseppe glyn godfrey gordon graeme graham
gregor gregory grzegorz gurdeep gurmeet guy gwilym habib hamish hamza hardeep harjit harold haroon harry
harvey hasan hassan hector henry herbert hew horace howard hubert hugh hugo humphrey hussain hussein
hywel iain ian ibrahim idris ieuan ifan igor ikechukwu imran ioan ion iqbal irfan isaac ismail ivan ivor
iwan jack jacek jacob jagdeep jake jakub jamal james jamie jan janusz jared jarek jason jasper javed
javier jay jeff jeffrey jeremiah jeremy jermaine jerome jerry jerzy jim jimmy jitendra joe joel john
johnny jon jonah jonathan jordan jorge jose joseph josh joshua juan jude julian junaid justin kabir
kacper kamal kamil karim karl karol kaveh keir keith kelechi kelvin ken kenneth kenny kenton kevin
khaled khalid kieran kieron kofi krishna krzysztof kuldeep kunal kurt kwabena kwame kwaku kyle lachlan
lamin lance larry laurence lawrence lee leighton len lennox leo leon leonard leroy leszek lewis liam
lincoln lionel llewelyn lloyd lorcan louis lucas luca luke lukasz lyndon maciej mahmoud mahmood malachy
malcolm malik manjeet manuel marcel marcin marco marcus marek mario marius mariusz mark marlon marshall
martin martyn marvin mateusz mathew matthew maurice max maxwell mehmet melvyn melvin merlin mervyn
michael michal mick miguel mihai mike milan milo mo mohamed mohammad mohammed mohan mohsin morgan morris
moses muhammad muhammed munir murdo murray musa mustafa myles nabil nadeem narinder nasir nathan
nathaniel naveed navid neil nelson neville nicholas nick nigel nikhil nikolai ninian noah noel norman
obinna oisin olaf oliver olumide oluwaseun omar oscar osman owain owen padraig parminder patrick patryk
paul pawel pedro percival percy perry peter phil philip phillip piotr pranav qasim quentin rafal rafiq
rahim rahul raj rajesh rajiv ralph ramesh ramon randolph raphael rashid ravi ravinder raymond reginald
rehan reuben rhodri rhys richard ricky riley robbie robert roberto robin rodger roderick rodney roger
rohan roland roman ronald ronan ronnie rory ross roy royston rupert russell ruslan ryan ryszard sadiq
said sajid salim salman sam samir samson samuel sandeep sanjay sanjeev sasha satnam saul scott sean
seamus sebastian segun selwyn seth shafiq shahid shakeel shane shaun sheikh shiv sid sidney silas simon
slawomir sohail solomon stanislaw stanley stefan stephen stefanos steve steven stewart stuart subhash
sukhdev sukhwinder sulaiman suleiman sunil suresh syed tadeusz tahir taiwo talha tariq tarquin ted
terence terrance terry theo theodore thomas tim timothy tobias toby tom tomas tomasz tommy tony torquil
travis trevor tristan tudor tunde tyler tyrone ubaid uchenna umar usman vasile victor vijay vikram
vincent vinod viktor vladimir waldemar walter waqar warren waseem wayne wendell wesley wilfred william
winston wojciech xavier yahya yaw yousef youssef yusuf yves zac zachary zahid zain zbigniew zeeshan
zubair aberash abebe abiodun amare ayodele bamidele chibuzo chukwudi ekow ezekiel folarin ikenna isioma kayode kojo
kwesi lekan mamadou mbali musa nana nnamdi olawale olu oumar sekou segun sipho tafari tendai thabo tunji wale yohannes zola
"""
_EITHER = """
alexis ariel ashley aubrey casey chibueze eden emerson finley frankie harley hollis jaswinder jesse
jody kim kiran kelechi leigh leslie lesley lindsey mandeep manpreet marley ngozi nicky oluwaseun quinn
ravinder ronnie rowan sandy sasha shay skyler stevie sam tayo temi terri toluwa wei ying xin yan ming
mei hui jing lan linh minh thanh tuan huong nguyen tsering amarjit simran sukhjit
"""

#: In small letters.
FORENAMES = frozenset(f"{_WOMEN} {_MEN} {_EITHER}".split()) - {"june", "said", "mo", "pat"}
