package pdf

// Codes for package pack, by sort of stream. Made by:
// go test ./internal/output/pdf -run LearnCodes -learn
const (
	contentsCodes = "" +
		"oeiiihhhhhfhhoiiiiiiiiiiiiiihhhhfhhhhhhheehhgfefeeeeeefeefggfgghgggghhhhhijkiik" +
		"kikkihkmmmmoigjoooijhjiiikikkhkiikohohjokojoooooooooooooooooooooooooooooooooooo" +
		"ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo" +
		"oooooooooooooooooookodeeeffgghgghhiiiikkkklnooooooolkgigdgffeddcdcddddddffhjnnn"
	glyphsCodes = "" +
		"deefffffffeffgghhgggffffhhhhggggggffhhffhhhhhhhhghgggfgghhhhhhhhhhhhihhhhhhhhii" +
		"hiiihhhihiiiihihhihiihhiihiijiiiiijiiijjiijjjjjjkkjjkjkkkkjlkkklikjkjkjjklkkjkl" +
		"llkkkkjlkkklkikjmkkkklkkkjljljlkkklkkkkjlkkklllkmlkjkkjkjkkkkjlkkjkjmkjlmjikkjj" +
		"ljkkjjkhkkjikkmjhggkoefghhiiiijmkllmmmooomnnmoooofljgfffeehffddcdcdcddeeggiknnm"
	charmapsCodes = "" +
		"ooooooooooeoooooooooooooooooooooeooooooojiooogofdeegfgfghhooeodooggfghfokfooohh" +
		"ihojghhojooooooooofgeedggoeoojgefeoegegooogoooooooooooooooooooooooooooooooooooo" +
		"ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo" +
		"ooooooooooooooooooohodeeghhooohooonnnnnnnnnnnnnnnlllbelgbfeddeedddehllllllllllk"
	objectsCodes = "" +
		"goooooooookooooooooooooooooooooodnonommkhhojlggeeeeeeeeefejohlhlnhhhghhiihjhhhi" +
		"ihkhghjjikkjglhojofggfehghfjhggffgmffegjhihjoooooooooomoooooonnoooooooooooooooo" +
		"oomooooooooooooooooooooooooooooooooooooooooooooooooooooooooooonoonooookoooooooo" +
		"oooooooooloooookommkodeeffghghhhggiihjiijlooooooojllhhefefeddddcddddededffgghik"
	metadataCodes = "" +
		"ooooooooooooooooooooooooooooooooemfioooommojjfgeffghhhiihgfoggfhohiigihkjhlikgi" +
		"ihohghikioolooooooegeedfggejhefeeejeeefigfghooooojooooooooooooooooooloooooooolo" +
		"mmloooioloooooooooooooookoooojjoojoolhoooooooooooooooooooooooooooooojoooooooooo" +
		"oojoooooooooooooooojofeefhfgffhhhihinoooooooooooooohjkieeedbccedededffgfnnnnnnn"
	entriesCodes = "" +
		"bdcghigjhgighiijjjiiiihhiiihiiiiiiiijijijiiihjiiiiiiiiiiiijijjjjjjjkkjkjjjjjjjj" +
		"kkkkkjkkkkkkjkkkkkjkkkkkkkjkllkklkkkjkkkkjkjkljjkkkkgjkljkkkkkkkkkkkkkjklkkkkjk" +
		"llkkkhmkkkkklkkmkkjjkjkkkjjjkjjklkjjjkjjjjjijjjiiijjiiiihihihihiihiiiiijjjiiiii" +
		"jjkklkkkklgkkkgjifdgoeegelgghioijjnkjkllkjiijlmkhooooagckccdiehiigjijkkoooonnnn"
)
