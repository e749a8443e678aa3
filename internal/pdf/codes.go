package pdf

// Codes for package pack, by sort of stream. Made by:
// go test ./internal/pack -run LearnCodes -learn FOLDER
const (
	contentsCodes = "" +
		"oeiiihhhhhfhhoiiiiiiiiiiiiiiiiiifhhhhhhheehggfefeeeeeeeeefggfgghhhghhhhihiijiik" +
		"kilkihlmmmooigkooohjhjiiikikkhkiikohohjokojoooooooooooooooooooooooooooooooooooo" +
		"ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo" +
		"oooooooooooooooooookodeeeffgghgghhiiiikklllmnooooolmkhihdfffeddcdcddddddffhjooo"
	glyphsCodes = "" +
		"deefffffffeffgghhghgffffhhhhggggggffghfghhhhhhhhghgggfgghhhhhhhhhhhhihhhhhhhhii" +
		"hiiihhhihiihihihhihiihhiihiijiiiiiiiiijjiijjjjjjkjjjkjkkkkjlkkklikjkjkjjkkkkjkl" +
		"llkkkkjlkkkljikjnkkkklkkjjljljlkkklkklkjkkkklllklkkjkkjkjkkkkjkkkjkjnkjkmjijkjj" +
		"ljkkjjkhkkjikkmjiggkoefgghiiiijnkllmmmooommnmoooofkigfefeegffddcdcddddedfghjmml"
	charmapsCodes = "" +
		"ooooooooooeoooooooooooooooooooooeooooooojiooogofdefffgfghhooeodooggfghfokfooohh" +
		"ihojghhojooooooooofgeedfgoeoojgefeoegegooogoooooooooooooooooooooooooooooooooooo" +
		"ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo" +
		"ooooooooooooooooooohodeeghhooohooonnnnnnnnnnnnnnnlllbelhbfeeddedddegllllllllllk"
	objectsCodes = "" +
		"goooooooookooooooooooooooooooooodoonommlhhojlggeeeeeeeeeeejohmhmohhhghhiihkhhhi" +
		"ihkhghjjikkjglhojofhggehghfjiggffgnffegjhihjoooooooooonoooooommoooooooooooooooo" +
		"oomooooooooooooooooooooooooooooooooooooooooooooooooooooooooooonoomooookoooooooo" +
		"oooooooooloooookommkodeeffghghhhghhihiiijlooooooojllhhefefededdcddddededeegghik"
	metadataCodes = "" +
		"ooooooooooooooooooooooooooooooooenfioooommmjifgeffghhhiihgfnggfhohiigihkjhlikgj" +
		"ihohghikioolnonoooefeedffgejhffeeejeeefigfghooooojoooooooooooooooooomooooooooko" +
		"llkooojoloooooooooooooookoooojjoojookhoooooooooooooooooooooooooooooojoooooooooo" +
		"oojoooooooooooooooojofeefhfgffhhhihinoooooooooooooohkjieeedbccedededffgfnnnnnnn"
	entriesCodes = "" +
		"bdcghhghhghghiihiiiiiiihihiiiiiijjiiiijiiiiiiiiiijijjiiijjjjjjjjjjjjjjjjjjjjjjj" +
		"jjkjkkjkkjjkkkkkkkkkkkkkjkjkjkkjkkjkkkkkjkkjkkkkkkkkgjlkkkkkkkkkkjkkkkjkjjkkkjk" +
		"ikjkkkkjkkkkjkkkjkjjjjjjjjjjjjkjjjjjjjjjjjjjjjjjjjjjiiiihiiihihhiiiijiijiiiiijj" +
		"jjijjkkikkgijkgjifdgmeegfkgghimijilkjjlkkjijjkkkhooooagciccdiehiigijmlloooooooo"
)
