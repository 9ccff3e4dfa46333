import './button.css'
import type { ComponentProps, MouseEvent } from 'react'
import { useWords } from '../preferences.tsx'

export interface ButtonLook {
  readonly look?: 'main' | 'quiet' | 'danger'
  readonly wide?: boolean
  readonly big?: boolean
}

/** The class of a button, for a link that looks like one. */
export function buttonClass({ look = 'main', wide = false, big = false }: ButtonLook = {}): string {
  return ['button', look !== 'main' && `button--${look}`, wide && 'button--wide', big && 'button--big']
    .filter(Boolean)
    .join(' ')
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'className'>, ButtonLook {
  /** Sent and not yet answered: says so and takes no second tap, but stays in the order of the keyboard. */
  readonly busy?: boolean
  readonly disabled?: boolean
}

export function Button({
  look,
  wide,
  big,
  busy = false,
  disabled = false,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const { states } = useWords().common
  const still = busy || disabled
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (still) event.preventDefault()
    else onClick?.(event)
  }
  const look_ = buttonClass({ look: look ?? 'main', wide: wide ?? false, big: big ?? false })
  return (
    <button type="button" {...rest} className={look_} aria-disabled={still} aria-busy={busy} onClick={press}>
      {busy ? states.sending : children}
    </button>
  )
}
