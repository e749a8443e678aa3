// Package lang knows German things: addresses (ä→ae), alphabetical order,
// dates, quotation marks and no-break spaces; and their English counterparts.
package lang
