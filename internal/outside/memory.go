package outside

import (
	"encoding/json"
	"time"

	"stadtbote/internal/check"
)

// Memory keeps answers for a while, so that nobody is asked on every run.
type Memory struct {
	Answers map[string]remembered `json:"answers"`
}

// remembered is an answer with its day.
type remembered struct {
	check.Answer
	At time.Time `json:"at"`
}

// ages are how long an answer holds. Who did not answer is asked each time.
var ages = map[check.Verdict]time.Duration{
	check.Alive: 7 * 24 * time.Hour,
	check.Moved: 7 * 24 * time.Hour,
	check.Dead:  24 * time.Hour,
}

// Remember returns the memory that was kept as data. What cannot be read is
// forgotten.
func Remember(data []byte) *Memory {
	m := &Memory{}
	if err := json.Unmarshal(data, m); err != nil {
		return &Memory{}
	}
	return m
}

// Data returns the form to be kept: answers that still hold, and no others.
func (m *Memory) Data(now time.Time) ([]byte, error) {
	for address := range m.Answers {
		if _, fresh := m.fresh(address, now); !fresh {
			delete(m.Answers, address)
		}
	}
	return json.MarshalIndent(m, "", "\t")
}

// fresh returns an answer that still holds.
func (m *Memory) fresh(address string, now time.Time) (check.Answer, bool) {
	known, ok := m.Answers[address]
	age := now.Sub(known.At)
	return known.Answer, ok && age >= 0 && age < ages[known.Verdict]
}

func (m *Memory) keep(address string, answer check.Answer, now time.Time) {
	if m.Answers == nil {
		m.Answers = map[string]remembered{}
	}
	m.Answers[address] = remembered{answer, now}
}
