import { heardIn, type Result } from './heard.rule.ts'

/** As much of the Web Speech API as is used here; browsers that have it mostly keep it under a name of their own. */
interface Recognizer {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((event: { readonly results: ArrayLike<Result> }) => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
  abort(): void
}
type Maker = new () => Recognizer

const maker = (): Maker | undefined => {
  const known = window as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker }
  return known.SpeechRecognition ?? known.webkitSpeechRecognition
}

/** Why listening ended: it was stopped, nothing was heard, the microphone was refused or is not there, or the browser could not. */
export type SpeechEnd = 'done' | 'silence' | 'refused' | 'noMicrophone' | 'unreachable' | 'failed'

interface Listening {
  /** What is certain goes into the form; what is still being guessed is only shown. */
  onHeard(certain: string, guessed: string): void
  onEnd(why: SpeechEnd): void
}

const ends: Readonly<Record<string, SpeechEnd>> = {
  'no-speech': 'silence',
  'not-allowed': 'refused',
  'audio-capture': 'noMicrophone',
  network: 'unreachable',
  aborted: 'done',
}

export interface Ear {
  /** What is being said now is still written down. */
  stop(): void
  /** Nothing more is written down, and nobody is told. */
  hush(): void
}

const isAndroid = (): boolean => /Android/i.test(navigator.userAgent)

/** Listens until it is stopped or the speaker pauses for long. */
export function listen(language: string, { onHeard, onEnd }: Listening): Ear {
  const Speech = maker()
  const deaf: Ear = { stop: () => undefined, hush: () => undefined }
  if (Speech === undefined) {
    onEnd('failed')
    return deaf
  }
  const ear = new Speech()
  const doubtsFinal = isAndroid()
  let why: SpeechEnd = 'done'
  let taken = 0
  let guessed = ''
  ear.lang = language
  // Chrome on Android ends after each sentence whatever is asked for, and repeats itself where it is asked not to.
  ear.continuous = !doubtsFinal
  ear.interimResults = true
  ear.onresult = ({ results }) => {
    const heard = heardIn(results, taken, { doubtsFinal })
    taken = heard.taken
    guessed = heard.guessed
    onHeard(heard.certain, guessed)
  }
  ear.onerror = ({ error }) => {
    why = ends[error] ?? 'failed'
  }
  ear.onend = () => {
    // A browser that ends while it is still guessing will not become any more certain.
    if (guessed !== '') onHeard(guessed, '')
    onEnd(why)
  }
  try {
    ear.start()
  } catch {
    // A browser that names the recognizer without having one throws here.
    onEnd('failed')
    return deaf
  }
  return {
    stop: () => ear.stop(),
    hush: () => {
      ear.onresult = null
      ear.onerror = null
      ear.onend = null
      ear.abort()
    },
  }
}
