package sign

// Codes for package pack. Made by:
// go test ./internal/pack -run LearnPictures -learn-pictures FOLDER
const rowCodes = "" +
	"cfgggggghhhhhhhifkjjkjkkjjkkkjihgjjjjkkllkkkkkjhgjjjjkkklllklkkhgkjjjlkklmllkkj" +
	"hgjkklkkkklkllkjhhkkkjkiljkllklkhhklkkjkjlkllkkjhhklnlkklkkkmklkhhjklmlkkkjjkkk" +
	"kghkkllllkkjjjklkghjkllllllkjjjkkghjkkkklklkkjikkghikkjllkllkllkkghijjjjjjkkkkk" +
	"lifihhhhhhghgggggfdngedefgggffghggghgghhhihiiiiidbgggggggggggggggggagggggggffff"
