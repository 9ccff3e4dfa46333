import { ConfigProvider, theme } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import { type ReactNode, useEffect, useState } from 'react'
import { usePreferences } from '../preferences.tsx'
import { useDark } from '../use-dark.ts'

/** Ant Design in Linli's colours, which are read from kit/tokens.css, so that they stand in one place. */
function antTokens() {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    colorPrimary: colour('accent'),
    colorPrimaryBg: colour('accent-soft'),
    colorLink: colour('accent'),
    colorSuccess: colour('go'),
    colorWarning: colour('soon'),
    colorError: colour('late'),
    colorText: colour('ink'),
    colorTextSecondary: colour('soft'),
    colorTextTertiary: colour('faint'),
    colorTextPlaceholder: colour('soft'),
    colorTextLightSolid: colour('on-accent'),
    colorBorder: colour('edge'),
    colorBorderSecondary: colour('line'),
    colorBgLayout: colour('ground'),
    colorBgContainer: colour('paper'),
    colorBgElevated: colour('paper'),
    fontFamily: colour('font'),
    fontSize: Number.parseFloat(colour('type')),
    borderRadius: 8,
    controlHeight: Number.parseFloat(colour('close-target')),
    motion: false,
    boxShadow: 'none',
    wireframe: false,
  }
}

export function ConsoleTheme({ children }: { children: ReactNode }) {
  const { language, largeType } = usePreferences()
  const dark = useDark()
  const [token, setToken] = useState(antTokens)
  // After the new appearance stands on <html>.
  // biome-ignore lint/correctness/useExhaustiveDependencies: dark and type size change what antTokens reads from the page
  useEffect(() => setToken(antTokens()), [dark, largeType])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token,
      }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
