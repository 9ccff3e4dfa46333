import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'

/** antd's selects as high as our own fields beside them, and high enough for a finger. */
export function Roomy({ children }: { children: ReactNode }) {
  return <ConfigProvider componentSize="large">{children}</ConfigProvider>
}
