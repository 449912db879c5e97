import type { Label } from "../schema/label.ts";

/** Words of the pages on which staff sign in and look after their account. */
export const authWords = {
  product: { zh: "邻里", en: "Linli" },
  tagline: { zh: "社区居委会工作台", en: "The residents' committee at work" },
  otherLanguage: { zh: "English", en: "中文" },
  signIn: { zh: "登录", en: "Sign in" },
  login: { zh: "登录名", en: "Login name" },
  password: { zh: "密码", en: "Password" },
  forgotten: {
    zh: "忘记密码或没有账号？请联系本社区主任或街道办事处，由他们重新发邀请。",
    en: "No account, or password forgotten? Ask your director or street office for a new invitation.",
  },
  wrong: { zh: "登录名或密码不对。", en: "The login name or the password is wrong." },
  locked: {
    zh: "尝试次数太多，请 {minutes} 分钟后再试。",
    en: "Too many tries. Please try again in {minutes} minutes.",
  },
  demo: { zh: "演示：选择一个身份直接进入", en: "Demo: enter as one of these" },
  demoNote: { zh: "演示数据均为虚构。", en: "All demo data are invented." },
  invitationTitle: { zh: "开通账号", en: "Set up your account" },
  invitationText: {
    zh: "{name}，请为自己选一个登录名和密码。",
    en: "{name}, choose a login name and a password.",
  },
  repeat: { zh: "再输一次密码", en: "Password again" },
  loginHint: { zh: "小写字母、数字，3 至 40 个，例如手机号", en: "Small letters and digits, 3 to 40" },
  passwordHint: { zh: "至少 10 个字符，可用一句话", en: "At least 10 characters; a sentence is fine" },
  start: { zh: "开通并登录", en: "Set up and sign in" },
  goneTitle: { zh: "邀请已失效", en: "This invitation is no longer valid" },
  goneText: {
    zh: "链接已经用过或已过期，请联系发出邀请的人再发一次。",
    en: "The link was used or has run out. Ask whoever invited you for a new one.",
  },
  account: { zh: "我的账号", en: "My account" },
  signedInAs: { zh: "当前账号：{name}（{login}）", en: "Signed in as {name} ({login})" },
  signedInByName: { zh: "当前账号：{name}", en: "Signed in as {name}" },
  changePassword: { zh: "修改密码", en: "Change password" },
  currentPassword: { zh: "原密码", en: "Current password" },
  newPassword: { zh: "新密码", en: "New password" },
  save: { zh: "保存", en: "Save" },
  passwordChanged: {
    zh: "密码已修改，其他设备已退出。",
    en: "The password has been changed; other devices are signed out.",
  },
  signOut: { zh: "退出登录", en: "Sign out" },
  access: { zh: "登录记录", en: "Where you are signed in" },
  accessHint: { zh: "要退出下面的登录，请先输入密码", en: "Enter it to end one of these" },
  accessHere: { zh: "本设备", en: "this device" },
  accessSession: { zh: "{at} 登录", en: "signed in {at}" },
  accessToken: { zh: "程序令牌，{until} 到期", en: "token for a program, until {until}" },
  accessUnknown: { zh: "未知设备", en: "Unknown device" },
  accessEnd: { zh: "退出", en: "Sign out" },
  signOutEverywhere: { zh: "在所有设备上退出", en: "Sign out on all devices" },
  signOutEverywhereHint: {
    zh: "手机或电脑丢失时使用，程序令牌也一并作废。",
    en: "For a lost phone or computer; tokens for programs end as well.",
  },
  twoStep: { zh: "两步验证", en: "Two-step sign-in" },
  twoStepRequired: {
    zh: "本单位要求两步验证。请先在下面开启，开启后即可使用。",
    en: "Here everybody signs in with two steps. Switch the second one on below; then everything is open to you.",
  },
  twoStepOff: {
    zh: "尚未开启。开启后，登录除密码外还要手机验证器显示的六位数字，别人知道密码也进不来。",
    en: "Off. When it is on, signing in also takes six digits that an app on your phone shows: a password alone opens nothing.",
  },
  twoStepOn: {
    zh: "已开启，还剩 {codes} 个恢复码。",
    en: "On; {codes} recovery codes are left.",
  },
  twoStepStart: { zh: "开启两步验证", en: "Switch on" },
  twoStepStop: { zh: "关闭两步验证", en: "Switch off" },
  twoStepScan: {
    zh: "用手机上的验证器应用扫描二维码，再填写它显示的六位数字。",
    en: "Scan the code with the authenticator app on your phone, then enter the six digits it shows.",
  },
  twoStepByHand: { zh: "不能扫描时，请手工输入密钥：", en: "If you cannot scan it, type in this key:" },
  code: { zh: "验证码", en: "Code" },
  codeHint: { zh: "验证器显示的六位数字", en: "The six digits your app shows" },
  codeOrRecovery: {
    zh: "验证器显示的六位数字；手机不在身边时，用一个恢复码",
    en: "Six digits from your app, or a recovery code",
  },
  confirm: { zh: "确认", en: "Confirm" },
  wrongCode: { zh: "验证码不对，或已经用过。", en: "This code is wrong, or was used before." },
  tooLate: { zh: "等候太久，请重新登录。", en: "That took too long. Please sign in again." },
  recoveryTitle: { zh: "恢复码", en: "Recovery codes" },
  recoveryText: {
    zh: "手机丢失时，每个恢复码可以代替验证码登录一次。请现在抄下或打印，收在安全的地方：它们不会再次显示。",
    en: "If the phone is lost, each of these signs you in once. Write them down or print them now: they are not shown again.",
  },
  recoveryNew: { zh: "换一批恢复码", en: "New recovery codes" },
  recoveryKept: { zh: "已收好，返回我的账号", en: "They are safe; back to my account" },
  outsideSignIn: { zh: "用{label}登录", en: "Sign in with {label}" },
  outsideInstead: { zh: "不设密码，用{label}开通", en: "No password: set up with {label}" },
  outsideForward: { zh: "正在前往{label}", en: "Going to {label}" },
  outsideForwardHint: {
    zh: "在那里证明身份后会自动回到这里。没有跳转时，请点下面的按钮。",
    en: "When you have signed in there, you come back here. If nothing happens, press the button.",
  },
  outsideOn: { zh: "继续", en: "Go on" },
  outsideBack: { zh: "返回我的账号", en: "Back to my account" },
  outsideUnlinked: {
    zh: "尚未关联。关联以后，登录时可以用{label}代替密码；两步验证仍由这里核对。",
    en: "Not linked. Once it is, {label} can stand in for your password; the second step is still taken here.",
  },
  outsideLinked: {
    zh: "已关联，登录时可以用{label}代替密码。解除关联时，其他设备会退出。",
    en: "Linked: {label} can stand in for your password. Unlinking signs out other devices.",
  },
  outsideOnly: {
    zh: "已关联，您只用{label}登录，没有密码。要改用密码，请让发出邀请的人再发一次邀请。",
    en: "Linked: you sign in with {label} alone and have no password. For a password, ask for a new invitation.",
  },
  outsideLink: { zh: "关联{label}", en: "Link {label}" },
  outsideUnlink: { zh: "解除关联", en: "Unlink" },
  outsideDeclined: {
    zh: "没有在{label}完成登录。可以重试，或用登录名和密码登录。",
    en: "You were not signed in at {label}. Try again, or use your login name and password.",
  },
  outsideOld: {
    zh: "这次登录等候太久、已经用过，或是从另一个窗口发起的，请重新开始。",
    en: "This took too long, was used before, or was begun in another window. Please start again.",
  },
  outsideUnreachable: {
    zh: "现在连不上{label}，请稍后再试，或用登录名和密码登录。",
    en: "{label} cannot be reached right now. Try again later, or use your login name and password.",
  },
  outsideDistrusted: {
    zh: "{label}给出的答复没有通过核对，没有登录。请告诉本系统的管理员。",
    en: "The answer of {label} did not pass our checks, so nobody was signed in. Please tell whoever runs this system.",
  },
  outsideUnknown: {
    zh: "这个{label}账号没有关联本系统的账号。有账号的，请先用密码登录，再到“我的账号”关联；没有账号的，请联系本社区主任或街道办事处发邀请。",
    en: "This account of {label} is not linked to one here. If you have one, sign in with your password and link it under “My account”; if not, ask your director or street office for an invitation.",
  },
  outsideTaken: {
    zh: "这个{label}账号已经关联了本系统的另一个账号。一个外部账号只能关联一个账号。",
    en: "This account of {label} is already linked to another one here. It can be linked to one only.",
  },
  back: { zh: "返回工作台", en: "Back to work" },
  toSignIn: { zh: "去登录", en: "Go to sign-in" },
  sorry: { zh: "没有成功", en: "That did not work" },
} as const satisfies Readonly<Record<string, Label>>;

/** Programs that people here know by another name than their own. */
export const deviceNames: Readonly<Record<string, Label>> = {
  WeChat: { zh: "微信", en: "WeChat" },
  DingTalk: { zh: "钉钉", en: "DingTalk" },
};

export type AuthWord = keyof typeof authWords;
