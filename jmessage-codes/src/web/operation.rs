//! The operation that a code belongs to.

use core::fmt;

/// What an app was doing when it got a code, by the first four of the code's six
/// digits.
///
/// Returned by [`WebCode::operation`](crate::WebCode::operation). `Display` writes the
/// [`name`](Self::name).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Operation {
    /// `8800`: calling the SDK, with its parameters.
    Sdk,
    /// `8801`: logging in.
    Login,
    /// `8802`: sending a message.
    Send,
    /// `8804`: creating a group.
    CreateGroup,
    /// `8805`: leaving a group.
    LeaveGroup,
    /// `8806`: adding members to a group, or approving them.
    AddMember,
    /// `8807`: removing members of a group.
    RemoveMember,
    /// `8808`: changing the name or the description of a group.
    ChangeGroup,
    /// `8809`: adding users to the blacklist.
    Blacklist,
    /// `8810`: removing users from the blacklist.
    Unblacklist,
    /// `8811`: setting do-not-disturb.
    DoNotDisturb,
    /// `8812`: blocking the messages of a group.
    BlockGroup,
    /// `8813`, once `8803`: adding friends and describing them.
    Friend,
    /// `8814`: retracting a message.
    Retract,
    /// `8815`: entering a chat room, and sending there.
    ChatRoom,
    /// `8816`: sending a transparent command.
    TransparentCommand,
    /// `8817`: managing the administrators of a group.
    GroupAdmin,
    /// `8820`: no particular operation; the server rejected the request or failed.
    Server,
}

impl Operation {
    /// The operation of a code, listed or not.
    pub(super) const fn of_code(code: u32) -> Option<Self> {
        Some(match code / 100 {
            8800 => Self::Sdk,
            8801 => Self::Login,
            8802 => Self::Send,
            8804 => Self::CreateGroup,
            8805 => Self::LeaveGroup,
            8806 => Self::AddMember,
            8807 => Self::RemoveMember,
            8808 => Self::ChangeGroup,
            8809 => Self::Blacklist,
            8810 => Self::Unblacklist,
            8811 => Self::DoNotDisturb,
            8812 => Self::BlockGroup,
            8803 | 8813 => Self::Friend,
            8814 => Self::Retract,
            8815 => Self::ChatRoom,
            8816 => Self::TransparentCommand,
            8817 => Self::GroupAdmin,
            8820 => Self::Server,
            _ => return None,
        })
    }

    /// The name in English, such as `sending a message`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.names().0
    }

    /// The name in Chinese, such as `发送消息`.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        self.names().1
    }

    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Sdk => ("calling the SDK", "调用 SDK"),
            Self::Login => ("login", "登录"),
            Self::Send => ("sending a message", "发送消息"),
            Self::CreateGroup => ("creating a group", "创建群组"),
            Self::LeaveGroup => ("leaving a group", "退出群组"),
            Self::AddMember => ("adding group members", "添加群组成员"),
            Self::RemoveMember => ("removing group members", "移除群组成员"),
            Self::ChangeGroup => ("changing a group", "修改群组信息"),
            Self::Blacklist => ("adding to the blacklist", "加入黑名单"),
            Self::Unblacklist => ("removing from the blacklist", "移出黑名单"),
            Self::DoNotDisturb => ("do-not-disturb", "免打扰"),
            Self::BlockGroup => ("blocking a group", "屏蔽群组"),
            Self::Friend => ("friends", "好友"),
            Self::Retract => ("retracting a message", "撤回消息"),
            Self::ChatRoom => ("chat room", "聊天室"),
            Self::TransparentCommand => ("transparent command", "透传命令"),
            Self::GroupAdmin => ("group administrators", "群组管理员"),
            Self::Server => ("server", "服务器"),
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}
