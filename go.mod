module stadtbote

go 1.26
