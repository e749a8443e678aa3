package pdf

// Codes for package pack, by sort of stream. Made by:
// go test ./internal/pack -run LearnCodes -learn FOLDER
const (
	contentsCodes = "" +
		"oioooonnmkglmommnnnonnnoonlmnmmndmmnmmmmffmmigegfeefffffffiihjiikhhhhhhihiiiihj" +
		"jhmjhhjjjmokijjnooeggfegffejhffefhnefffigkihoooohihnllijjkljloooooloooooooooooo" +
		"ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo" +
		"oooooooooooooooooookoeeeeffgghggghijihjlllmoooooonnlkgihdfffeddddcdcddddffjoooo"
	glyphsCodes = "" +
		"ceeffgffffeffghhhghgfffghhhhhhghggffhhfghhhhhhhhhhgfgffghhhhhhhhhhhhihihhiihiii" +
		"iiiihihihiiiiiihhihiiiiiihiijiiijijiiijjiijjijjkkkkjkjkkkkjlkkkmikjkjkjjklkkjkl" +
		"llkkkkjlkkklkjkknkklklkkjkkjkklkkkkkklkjkkkkmllkllkjkkjkkkkkkjlkkjkjnlklmkikljj" +
		"lkkijjkhkkjikkmjigglkffgghiihijljlkmkmmmlomonooooddigfeeefgfgedddddddddedfhjllk"
	charmapsCodes = "" +
		"ooooooooooeooooooooooooooooooooofoooooooooooogofdeeggfghhhoofodooghffgfoofooohh" +
		"ohooghhoooooooooooffeedfgoeooogefeoegegooogoooooooooooooooooooooooooooooooooooo" +
		"ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo" +
		"ooooooooooooooooonnhnddfgfhnnnhnnnnnnnnnnnnnnnnnnkkjcejjbjddceecefdejjjjjjjjjjj"
	objectsCodes = "" +
		"goooooooookooooooooooooooooooooodoooonmkhhmjlgheeeeeeeeeeejohmhmohhhhhhiihjhhii" +
		"ihkgghjjjkjjhmhokofhggehghfjhggffhnffegjhiijoooooooooonoooooolloooooooooooooooo" +
		"oolooooooooooooooooooooooooooooooooooooooooooooooooooooonooooonoolooookoooooooo" +
		"ooooooooolooooojommkodeeffggggggghhkihijkkoomoooojfjhgffffededeceddcededeefghhi"
	metadataCodes = "" +
		"ooooooooooooooooooooooooooooooooenfioooommljifgeffghhhiihgfnggfhohiigihkjhlilgj" +
		"jhohghikioolmonoooefeedffgejhffeeejeeeeigfghooooojoooooooooooooooooomooooooooko" +
		"lkkooojomoooooooooooooookoooojioojookhoooooooooooooooooooooooooooooojoooooooooo" +
		"oojoooooooooooooooojofeffhggffggjihjhoooooooooooooojmkiffedbccededddgehfoooonnn"
	entriesCodes = "" +
		"bdcifhhjghihijjjjjjjjjhhjgiiiiijjjijiiiiiiiiiiiijiiiijjjjjjjjjjjjjijjjjjijjjjjj" +
		"jjjjjjjjjjjjjjjjjkkkkkjjkkkkjjkjkjkjkkkkkkkkkjkkkkkkkkkkkkkkkjkkkkkkkkkjkjkkkkj" +
		"jjjjjjjjjjjkjjjjjjjjjjjjjjjiijjijijjjiiiijjjjjjjjjjjjjjijiiiiiiiiiiiiiijihiiijj" +
		"jjkkkkkkklkhkhhjfhdgmeehfggkfgmhjikjjjkkkkjjijkjgooooaecicedhefehfggjjiklkkoooo"
)
