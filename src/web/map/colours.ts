/** The colours of kit/tokens.css as they stand on the page now: light, dark, or as the reader chose. */
export function coloursNow() {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: of('ink'),
    soft: of('soft'),
    line: of('line'),
    edge: of('edge'),
    paper: of('paper'),
    ground: of('ground'),
    accent: of('accent'),
    accentSoft: of('accent-soft'),
    accentLine: of('accent-line'),
    onAccent: of('on-accent'),
    late: of('late'),
    lateInk: of('late-ink'),
    soon: of('soon'),
    go: of('go'),
    rest: of('rest'),
    /** Type as the page has it, large type included; pixels. */
    typePixels: Number.parseFloat(style.fontSize) || 16,
  }
}

export type Colours = ReturnType<typeof coloursNow>
