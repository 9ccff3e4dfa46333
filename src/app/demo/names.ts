/** An invented name with its reading: 桐荫, Tongyin. */
export interface Name {
  readonly zh: string
  readonly en: string
}

/** Names are written as `桐荫 Tongyin`, parted by commas or line ends. */
const namesIn = (text: string): Name[] =>
  text
    .trim()
    .split(/\s*[,\n]\s*/)
    .map((entry) => {
      const blank = entry.indexOf(' ')
      return { zh: entry.slice(0, blank), en: entry.slice(blank + 1) }
    })

export const districtName: Name = { zh: '望江区（演示）', en: 'Wangjiang District (demo)' }

/** Streets from the river westwards, then the two towns in the hills. */
export const streetNames =
  namesIn(`江岸 Jiang'an, 柳渡 Liudu, 鹭洲 Luzhou, 新埠 Xinbu, 南浦 Nanpu, 桐荫 Tongyin, 槐市 Huaishi,
  文昌 Wenchang, 听雨 Tingyu, 朝晖 Zhaohui, 星河 Xinghe, 石桥 Shiqiao, 松涛 Songtao, 云栖 Yunqi, 青禾 Qinghe`)
export const townNames = namesIn('稻香 Daoxiang, 竹溪 Zhuxi')

export const communityNames = namesIn(`
  柳荫 Liuyin, 槐荫 Huaiyin, 槐安 Huai'an, 桐花 Tonghua, 桐影 Tongying, 梧桐 Wutong, 枫荫 Fengyin, 枫晚 Fengwan
  银杏 Yinxing, 杏林 Xinglin, 杏花 Xinghua, 樟荫 Zhangyin, 榆钱 Yuqian, 榆荫 Yuyin, 棠梨 Tangli, 海棠 Haitang
  紫薇 Ziwei, 木槿 Mujin, 丁香 Dingxiang, 茉莉 Moli, 蔷薇 Qiangwei, 玉兰 Yulan, 辛夷 Xinyi, 合欢 Hehuan
  石榴 Shiliu, 青梅 Qingmei, 腊梅 Lamei, 芦花 Luhua, 荻花 Dihua, 菱角 Lingjiao, 采菱 Cailing, 采莲 Cailian
  荷风 Hefeng, 荷香 Hexiang, 藕香 Ouxiang, 蒲柳 Puliu, 菖蒲 Changpu, 兰泽 Lanze, 芷岸 Zhi'an, 竹影 Zhuying
  竹韵 Zhuyun, 翠竹 Cuizhu, 新篁 Xinhuang, 松风 Songfeng, 松月 Songyue, 听松 Tingsong, 听涛 Tingtao, 听泉 Tingquan
  听蝉 Tingchan, 听雪 Tingxue, 观鱼 Guanyu, 观澜 Guanlan, 观星 Guanxing, 望舒 Wangshu, 望帆 Wangfan, 归帆 Guifan
  远帆 Yuanfan, 千帆 Qianfan, 渔火 Yuhuo, 渔歌 Yuge, 渔浦 Yupu, 古渡 Gudu, 春渡 Chundu, 晚渡 Wandu
  横塘 Hengtang, 菱塘 Lingtang, 莲塘 Liantang, 月塘 Yuetang, 半塘 Bantang, 方塘 Fangtang, 石埠 Shibu, 沙埠 Shabu
  盐埠 Yanbu, 米市 Mishi, 鱼市 Yushi, 花市 Huashi, 茶市 Chashi, 灯市 Dengshi, 书市 Shushi, 竹市 Zhushi
  木桥 Muqiao, 虹桥 Hongqiao, 廊桥 Langqiao, 双桥 Shuangqiao, 小桥 Xiaoqiao, 花桥 Huaqiao, 官桥 Guanqiao, 月桥 Yueqiao
  双井 Shuangjing, 古井 Gujing, 甜井 Tianjing, 玉井 Yujing, 桂井 Guijing, 半亭 Banting, 松亭 Songting, 柳亭 Liuting
  月台 Yuetai, 琴台 Qintai, 砚台 Yantai, 凤台 Fengtai, 云台 Yuntai, 书香 Shuxiang, 墨香 Moxiang, 翰墨 Hanmo
  弦歌 Xiange, 知新 Zhixin, 崇文 Chongwen, 尚贤 Shangxian, 仁里 Renli, 义里 Yili, 和里 Heli, 睦邻 Mulin
  安邻 Anlin, 德邻 Delin, 同心 Tongxin, 同舟 Tongzhou, 安澜 Anlan, 安和 Anhe, 永宁 Yongning, 康宁 Kangning
  福安 Fu'an, 朝露 Zhaolu, 朝霞 Zhaoxia, 晨曦 Chenxi, 晨光 Chenguang, 晴川 Qingchuan, 晴岚 Qinglan, 晴雪 Qingxue
  流云 Liuyun, 青云 Qingyun, 云岫 Yunxiu, 云帆 Yunfan, 云锦 Yunjin, 彩霞 Caixia, 落霞 Luoxia, 飞霞 Feixia
  星桥 Xingqiao, 星汉 Xinghan, 北斗 Beidou, 银汉 Yinhan, 月华 Yuehua, 月照 Yuezhao, 明月 Mingyue, 霁月 Jiyue
  映雪 Yingxue, 踏雪 Taxue, 雁来 Yanlai, 雁栖 Yanqi, 落雁 Luoyan, 鸥汀 Outing, 飞鸿 Feihong, 燕归 Yangui
  莺啼 Yingti, 画眉 Huamei, 喜鹊 Xique, 鹿鸣 Luming, 青鹿 Qinglu, 青石 Qingshi, 白石 Baishi, 磐石 Panshi
  玉带 Yudai, 锦带 Jindai, 织锦 Zhijin, 丝竹 Sizhu, 陶然 Taoran, 春晖 Chunhui, 春雨 Chunyu, 秋水 Qiushui`)

export const villageNames = namesIn(`
  稻花 Daohua, 麦浪 Mailang, 菜花 Caihua, 豆棚 Doupeng, 瓜田 Guatian, 桑园 Sangyuan, 桑榆 Sangyu, 麻溪 Maxi
  茶冲 Chachong, 竹冲 Zhuchong, 梨冲 Lichong, 栗山 Lishan, 柿林 Shilin, 油榨 Youzha, 水车 Shuiche, 石磨 Shimo
  碾坊 Nianfang, 磨坊 Mofang, 鸭塘 Yatang, 鹅塘 Etang, 牛角 Niujiao, 马坡 Mapo, 羊岭 Yangling, 鸡鸣 Jiming
  蛙鸣 Waming, 萤火 Yinghuo, 蜻蜓 Qingting, 大屋 Dawu, 老屋 Laowu, 上湾 Shangwan, 下湾 Xiawan, 高垄 Gaolong
  长垄 Changlong, 平畈 Pingfan, 深坳 Shen'ao, 横坝 Hengba, 双坝 Shuangba, 堰塘 Yantang, 井湾 Jingwan, 枣坡 Zaopo`)

/** Commercial estates: a pleasant word and what the developer called it. */
export const newEstateNames =
  namesIn(`江畔 Jiangpan, 锦程 Jincheng, 云景 Yunjing, 悦澜 Yuelan, 瑞和 Ruihe, 铭洲 Mingzhou
  翠屏 Cuiping, 嘉禾 Jiahe, 书韵 Shuyun, 澄心 Chengxin, 丽水 Lishui, 汀兰 Tinglan, 雅集 Yaji, 沁芳 Qinfang
  和悦 Heyue, 景明 Jingming, 清晏 Qingyan, 松鹤 Songhe, 星悦 Xingyue, 桂语 Guiyu, 禾风 Hefeng, 朗月 Langyue
  远山 Yuanshan, 望溪 Wangxi, 半山 Banshan, 听橹 Tinglu, 枕水 Zhenshui, 栖霞 Qixia`)
export const newEstateForms = namesIn(
  '花园 Garden, 雅苑 Court, 公馆 Mansion, 华庭 Residence, 家园 Homes, 名邸 Villas, 新城 New Town',
)

/** Old estates: what a works once built for its people. */
export const worksNames =
  namesIn(`棉纺厂 Cotton Mill, 农机厂 Farm Machinery Works, 印刷厂 Printing Works, 搪瓷厂 Enamel Works
  供销社 Supply Co-operative, 粮站 Grain Station, 航运公司 Shipping Company, 电池厂 Battery Works, 酱园 Soy Sauce Works
  灯泡厂 Lamp Works, 水泥厂 Cement Works, 无线电厂 Radio Works, 缝纫机厂 Sewing Machine Works, 轧钢厂 Rolling Mill`)
export const worksForms = namesIn('宿舍 Quarters, 家属院 Family Yard, 新村 New Village')
export const worksNumbers = namesIn('第一 First, 第二 Second, 第三 Third')

/** Yards that nobody manages lie in old lanes. */
export const laneNames =
  namesIn(`糖坊 Tangfang, 油铺 Youpu, 铁匠 Tiejiang, 豆腐 Doufu, 染坊 Ranfang, 伞铺 Sanpu, 木匠 Mujiang
  打鼓 Dagu, 水井 Shuijing, 竹器 Zhuqi, 米行 Mihang, 钟楼 Zhonglou, 篾匠 Miejiang, 酒坊 Jiufang, 纸坊 Zhifang`)

const digits = '零一二三四五六七八九'

/** A whole number from 1 to 99 in Chinese: 一, 十, 十二, 二十. */
export function chineseNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`
  return head + (ones === 0 && tens > 0 ? '' : digits[ones])
}
