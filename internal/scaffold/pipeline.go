package scaffold

import "path"

// pipelines are where each forge looks for what it shall run, by the forge's
// name on the command line.
var pipelines = []struct{ platform, place, file string }{
	{"gitlab", ".gitlab-ci.yml", "gitlab.yml"},
	{"github", ".github/workflows/website.yml", "github.yml"},
	{"forgejo", ".forgejo/workflows/website.yml", "forgejo.yml"},
}

// Platforms returns the forges for which there are ready pipelines.
func Platforms() []string {
	names := make([]string, len(pipelines))
	for i, p := range pipelines {
		names[i] = p.platform
	}
	return names
}

// Pipeline returns the files by which a forge checks, shows and publishes a
// site: what it runs, and two scripts that all forges share. There is none for
// an unknown platform.
func Pipeline(platform string) []File {
	for _, p := range pipelines {
		if p.platform == platform {
			return []File{
				{p.place, asIs(p.file)},
				{".ci/programm", asIs("programm")},
				{".ci/hochladen", asIs("hochladen")},
			}
		}
	}
	return nil
}

// asIs returns an embedded file of the pipelines, which have marks of their
// own where others would have a template's.
func asIs(name string) []byte {
	data, err := files.ReadFile(path.Join("files/ci", name))
	if err != nil {
		panic("scaffold: " + err.Error()) // the files are ours
	}
	return data
}
