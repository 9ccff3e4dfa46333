/** As much of the Web Speech API as is used here; browsers that have it mostly keep it under a name of their own. */
interface Recognizer {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((event: SpeechEvent) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
}
interface SpeechEvent {
  readonly resultIndex: number
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>
}
type Maker = new () => Recognizer

const maker = (): Maker | undefined => {
  const known = window as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker }
  return known.SpeechRecognition ?? known.webkitSpeechRecognition
}

/** Whether this browser can write down what is said. Microphones are given to pages of a safe address only. */
export const knowsSpeech = (): boolean => window.isSecureContext && maker() !== undefined

/** Why listening ended: it was stopped, nothing was heard, the microphone was refused, or the browser could not. */
export type SpeechEnd = 'done' | 'silence' | 'refused' | 'failed'

interface Listening {
  /** What is certain so far goes into the form; what is still being guessed is only shown. */
  onHeard(certain: string, guessed: string): void
  onEnd(why: SpeechEnd): void
}

const ends: Readonly<Record<string, SpeechEnd>> = {
  'no-speech': 'silence',
  'not-allowed': 'refused',
  'audio-capture': 'refused',
  aborted: 'done',
}

/** Listens until it is stopped or the speaker pauses for long; hands back how to stop. */
export function listen(language: string, { onHeard, onEnd }: Listening): () => void {
  const Speech = maker()
  if (Speech === undefined) {
    onEnd('failed')
    return () => undefined
  }
  const ear = new Speech()
  let why: SpeechEnd = 'done'
  ear.lang = language
  ear.continuous = true
  ear.interimResults = true
  ear.onresult = ({ resultIndex, results }) => {
    const fresh = Array.from(results).slice(resultIndex)
    const said = (isFinal: boolean) =>
      fresh.flatMap((one) => (one.isFinal === isFinal ? [one[0]?.transcript ?? ''] : [])).join('')
    onHeard(said(true), said(false))
  }
  ear.onerror = ({ error }) => {
    why = ends[error] ?? 'failed'
  }
  ear.onend = () => onEnd(why)
  try {
    ear.start()
  } catch {
    // A browser that names the recognizer without having one throws here.
    onEnd('failed')
  }
  return () => ear.stop()
}
