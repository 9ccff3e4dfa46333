import { useEffect, useRef, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { useWords } from '../../preferences.tsx'
import { knowsSpeech, listen, type SpeechEnd } from './speech.ts'

/** Writes down what is said, where the browser can; nothing stands here where it cannot. */
export function VoiceButton({ onHeard }: { onHeard(words: string): void }) {
  const words = useWords()
  const { voice } = words.report
  const [listening, setListening] = useState(false)
  const [guessed, setGuessed] = useState('')
  const [end, setEnd] = useState<SpeechEnd>('done')
  const stop = useRef<() => void>(() => undefined)
  // The form changes while it is being spoken to: what is heard goes to the form as it is then.
  const latest = useRef(onHeard)
  latest.current = onHeard
  useEffect(() => () => stop.current(), [])
  if (!knowsSpeech()) return null
  const start = () => {
    setEnd('done')
    setListening(true)
    stop.current = listen(words.common.language, {
      onHeard: (certain, guess) => {
        setGuessed(guess)
        if (certain !== '') latest.current(certain)
      },
      onEnd: (why) => {
        setListening(false)
        setGuessed('')
        setEnd(why)
      },
    })
  }
  return (
    <div className="voice">
      <Button look="quiet" aria-pressed={listening} onClick={listening ? () => stop.current() : start}>
        {listening ? voice.stop : voice.start}
      </Button>
      <p className="field__hint" aria-live="polite">
        {listening ? guessed || voice.listening : voice.privacy}
      </p>
      {end !== 'done' && (
        <p className="field__error" role="alert">
          {voice.ends[end]}
        </p>
      )}
    </div>
  )
}
