import './voice.css'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { keep, kept } from '../../keep.ts'
import { Button } from '../../kit/button.tsx'
import { usePreferences } from '../../preferences.tsx'
import { voiceWords } from '../../words/voice.ts'
import { type Ear, listen, type SpeechEnd } from './speech.ts'
import type { VoiceProps } from './voice-later.tsx'

/** Whether this device's reader has been told where the voice may go. */
const toldKey = 'linli.voice.told'

type State = 'idle' | 'telling' | 'listening'

/** Writes down what is said, behind what stands in the field. Escape and sending the form end it. */
export default function VoiceButton({ label, value, onChange }: VoiceProps) {
  const { language } = usePreferences()
  const said = voiceWords[language]
  const box = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<State>('idle')
  const { guessed, end, wrote, start, stop, settle } = useEar({
    value,
    onChange,
    onEnd: () => setState('idle'),
  })
  useEndWith(box, () => {
    settle()
    setState('idle')
  })
  const button = useRef<HTMLButtonElement>(null)
  const isTelling = useRef(false)
  useEffect(() => {
    // What was asked is gone from the page: the keyboard goes on from where it was.
    if (isTelling.current && state !== 'telling') button.current?.focus()
    isTelling.current = state === 'telling'
  }, [state])
  const begin = () => {
    keep(toldKey, 'yes')
    setState('listening')
    start()
  }
  const isListening = state === 'listening'
  return (
    <div ref={box} className="voice">
      {state === 'telling' ? (
        <First onGo={begin} onNo={() => setState('idle')} />
      ) : (
        <Button
          look="quiet"
          aria-label={isListening ? said.stopFor(label) : said.startFor(label)}
          ref={button}
          onKeyDown={({ key }) => key === 'Escape' && stop()}
          onClick={isListening ? stop : kept(toldKey) === null ? () => setState('telling') : begin}
        >
          {isListening ? said.stop : said.start}
        </Button>
      )}
      <p className="field__hint" role="status">
        {isListening ? said.listening : wrote && said.heard}
      </p>
      {/* Not read aloud while it comes: the microphone would hear it. */}
      {guessed !== '' && (
        <p className="field__hint" aria-hidden="true">
          {guessed}
        </p>
      )}
      {end !== 'done' && (
        <p className="field__error" role="alert">
          {said.ends[end]}
        </p>
      )}
    </div>
  )
}

/** What one hears; whatever becomes certain goes behind what stands by then. */
function useEar({ value, onChange, onEnd }: Omit<VoiceProps, 'label'> & { onEnd(): void }) {
  const { words, language } = usePreferences()
  const [guessed, setGuessed] = useState('')
  const [end, setEnd] = useState<SpeechEnd>('done')
  const [wrote, setWrote] = useState(false)
  const ear = useRef<Ear | null>(null)
  // What is still being guessed when the form is sent.
  const pending = useRef('')
  // Two sentences may come before the form is drawn anew: each goes behind the last.
  const stands = useRef(value)
  stands.current = value
  const latest = useRef({ onChange, onEnd })
  latest.current = { onChange, onEnd }
  useEffect(() => () => ear.current?.hush(), [])
  const showGuess = (guess: string) => {
    pending.current = guess
    setGuessed(guess)
  }
  const write = (heard: string) => {
    stands.current = voiceWords[language].add(stands.current, heard)
    latest.current.onChange(stands.current)
  }
  const start = () => {
    setEnd('done')
    setWrote(false)
    ear.current = listen(words.common.language, {
      onHeard: (certain, guess) => {
        showGuess(guess)
        if (certain.trim() === '') return
        setWrote(true)
        write(certain)
      },
      onEnd: (why) => {
        ear.current = null
        showGuess('')
        setEnd(why)
        latest.current.onEnd()
      },
    })
  }
  const stop = () => ear.current?.stop()
  const settle = () => {
    ear.current?.hush()
    ear.current = null
    if (pending.current.trim() !== '') write(pending.current)
    showGuess('')
    setWrote(false)
  }
  return { guessed, end, wrote, start, stop, settle }
}

/** Sending the form ends the listening: what was said by then goes with it, and nothing is written into a form that has gone. */
function useEndWith(inside: RefObject<HTMLElement | null>, end: () => void): void {
  const latest = useRef(end)
  latest.current = end
  useEffect(() => {
    const form = inside.current?.closest('form')
    // Drawn before the form itself is told of the sending, which reads what stands in the field by then.
    const stop = () => flushSync(() => latest.current())
    form?.addEventListener('submit', stop, true)
    return () => form?.removeEventListener('submit', stop, true)
  }, [inside])
}

/** Said once on each device, before the first word is spoken. */
function First({ onGo, onNo }: { onGo(): void; onNo(): void }) {
  const { first } = voiceWords[usePreferences().language]
  const title = useId()
  const go = useRef<HTMLDivElement>(null)
  useEffect(() => go.current?.querySelector('button')?.focus(), [])
  return (
    <section className="voice__first" aria-labelledby={title}>
      <strong id={title}>{first.title}</strong>
      <p>{first.says}</p>
      <p>{first.careful}</p>
      <div ref={go} className="voice__ways">
        <Button onClick={onGo}>{first.go}</Button>
        <Button look="quiet" onClick={onNo}>
          {first.no}
        </Button>
      </div>
    </section>
  )
}
