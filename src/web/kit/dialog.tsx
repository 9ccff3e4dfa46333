import './dialog.css'
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'

export interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  /** The buttons, the main one first. */
  readonly acts: ReactNode
  /** Where it lists what stands in several columns elsewhere. */
  readonly wide?: boolean
  onClose(): void
}

const knowsDialog = (): boolean =>
  typeof HTMLDialogElement === 'function' && 'showModal' in HTMLDialogElement.prototype

/** A question that must be answered first. Shown while it is mounted; Escape closes it, focus goes back where it was. */
export function Dialog(props: DialogProps) {
  return knowsDialog() ? <NativeDialog {...props} /> : <OldPhoneDialog {...props} />
}

/** Gives the focus back to where it was when the dialog came. Must stand before the effect that takes the focus. */
function useFocusBack(): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      // After the commit: an element about to be removed would lose the focus again.
      if (before instanceof HTMLElement) queueMicrotask(() => before.focus())
    }
  }, [])
}

const boxClass = (wide: boolean): string => (wide ? 'dialog dialog--wide' : 'dialog')

function NativeDialog({ title, children, acts, wide = false, onClose }: DialogProps) {
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  useFocusBack()
  useLayoutEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={box}
      className={boxClass(wide)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <div className="dialog__acts">{acts}</div>
    </dialog>
  )
}

const focusable = 'a[href], button, input, textarea, select, [tabindex="0"]'

/** Keeps Tab inside the box, since the page behind it cannot be made inert there. */
function keepInside(event: KeyboardEvent<HTMLElement>): void {
  const stops = event.currentTarget.querySelectorAll<HTMLElement>(focusable)
  const first = stops[0]
  const last = stops[stops.length - 1]
  const leaving = event.shiftKey ? first : last
  if (document.activeElement !== leaving) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}

function OldPhoneDialog({ title, children, acts, wide = false, onClose }: DialogProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useFocusBack()
  useLayoutEffect(() => box.current?.focus(), [])
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') onClose()
    if (event.key === 'Tab') keepInside(event)
  }
  return (
    <div className="dialog-shade">
      <div
        ref={box}
        className={boxClass(wide)}
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
        onKeyDown={press}
      >
        <h2 id={id}>{title}</h2>
        {children}
        <div className="dialog__acts">{acts}</div>
      </div>
    </div>
  )
}
