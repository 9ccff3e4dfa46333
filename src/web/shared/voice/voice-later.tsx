import { lazy, type ReactNode, Suspense } from 'react'
import { knowsSpeech } from './knows-speech.ts'

export interface VoiceProps {
  /** The field's own name, so that two buttons on one form are told apart. */
  readonly label: string
  /** What stands in the field: what is heard goes behind it. */
  readonly value: string
  onChange(value: string): void
}

const Nothing = (_: VoiceProps): ReactNode => null
// Where its code does not come, one types.
const Button = lazy<(props: VoiceProps) => ReactNode>(() =>
  import('./voice-button.tsx').catch(() => ({ default: Nothing })),
)

/** A button to speak instead of typing, below the field; nothing stands here where the browser cannot listen. */
export const VoiceLater = (props: VoiceProps) =>
  knowsSpeech() ? (
    <Suspense fallback={null}>
      <Button {...props} />
    </Suspense>
  ) : null
