import './light.css'
import type { ReactNode } from 'react'
import type { Light as LightColour } from '../../cases/contract.ts'
import { useWords } from '../preferences.tsx'

/** Told apart by shape before colour: circle, triangle, diamond, and a hollow ring where no clock runs. */
const shapes: Record<LightColour, ReactNode> = {
  green: <circle cx="6" cy="6" r="5" />,
  yellow: <path d="M6 .5 12 11.5H0z" />,
  red: <path d="M6 0 12 6 6 12 0 6z" />,
  none: <circle cx="6" cy="6" r="4.5" />,
}

/** A light: shape, colour and words, never colour alone. Without words of its own it says what the colour means. */
export function Light({ light, children }: { light: LightColour; children?: ReactNode }) {
  const words = useWords()
  return (
    <span className={`light light--${light}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[light]}
      </svg>
      {children ?? words.cases.lights[light]}
    </span>
  )
}
