#pragma once
// From a struct with a field list to the parameters of a request.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include "../codec/percent.hpp"
#include "../core/ascii.hpp"
#include "../core/bounded_output.hpp"
#include "../wire/query.hpp"
#include "../wire/quoted_text.hpp"
#include "field.hpp"

namespace slbwire {

namespace detail {

/// Percent-encodes what is put through it.
class percent_output {
public:
    constexpr explicit percent_output(bounded_output& out) noexcept : out_(out) {}
    constexpr void put(char c) noexcept { percent_encode(out_, {&c, 1}); }
    constexpr void put(std::string_view text) noexcept { percent_encode(out_, text); }

private:
    bounded_output& out_;
};

/// `'Name':'value'`; names are plain, and so are the digits of numbers.
template <class Out>
constexpr void write_member(Out& out, std::string_view name, std::string_view value, bool plain, quote_style style) {
    const std::string_view marks = style == quote_style::strict_json ? "\":\"" : "':'";
    out.put(marks[0]);
    out.put(name);
    if (plain) {
        out.put(marks);
        out.put(value);
        out.put(marks[0]);
    } else {
        out.put(marks.substr(0, 2));
        write_quoted(out, value, style);
    }
}

template <class Out>
constexpr void write_entry(Out& out, const object_source& entry, std::span<const field_info> infos, quote_style style) {
    char before = '{';
    for (std::size_t i = 0; i < infos.size(); ++i) {
        const field_info& info = infos[i];
        if (info.rule.reply_only) continue;
        std::optional<ascii::decimal> digits;
        std::string_view value;
        if (info.kind == field_kind::text) {
            value = entry.text(i);
        } else if (info.kind == field_kind::integer) {
            if (const auto number = entry.integer(i)) value = digits.emplace(*number).view();
        }
        if (value.empty()) continue;
        out.put(before);
        before = ',';
        if constexpr (std::is_same_v<Out, bounded_output>) {
            // One look for room instead of one for each piece; an escape takes six bytes at most.
            if (char* const to = out.room(info.name.size() + 6 * value.size() + 8); to != nullptr) {
                unchecked_output member(to);
                write_member(member, info.name, value, digits.has_value(), style);
                out.advance(static_cast<std::size_t>(member.at() - to));
                continue;
            }
        }
        write_member(out, info.name, value, digits.has_value(), style);
    }
    if (before == '{') out.put('{');
    out.put('}');
}

/// A list as the service takes it: one text, all values quoted, no blanks. Entries that are single
/// values (plain ids) are quoted texts.
template <class Out>
constexpr void write_list(Out& out, list_source& entries, quote_style style) {
    out.put('[');
    const std::size_t size = entries.size();
    for (std::size_t at = 0; at < size; ++at) {
        if (at != 0) out.put(',');
        const object_source& entry = entries.entry(at);
        const std::span<const field_info> infos = entry.infos();
        if (infos[0].name.empty()) write_quoted(out, entry.text(0), style);
        else write_entry(out, entry, infos, style);
    }
    out.put(']');
}

/// The parameters of one request, in the memory of this object but for texts that the operation and the
/// caller own. No request of the service comes near its bounds; `full` tells one that does.
class parameter_set final : private viewer {
public:
    struct entry {
        std::string_view name;
        std::string_view value;
        std::size_t list = no_list;  ///< the operation's field whose list is the value
        bool extra = false;          ///< the caller's own, whose name is not static text
    };
    static constexpr std::size_t no_list = static_cast<std::size_t>(-1);

    constexpr void add(std::string_view name, std::string_view value) noexcept { add(entry{name, value}); }
    constexpr void add_extra(const parameter& p) noexcept { add(entry{p.name, p.value, no_list, true}); }
    /// All fields of an operation that are set.
    constexpr void add_fields(const object_source& operation) noexcept {
        const std::span<const field_info> infos = operation.infos();
        for (std::size_t i = 0; i < infos.size(); ++i) {
            if (infos[i].kind == field_kind::list) {
                list_ = i;
                info_ = &infos[i];
                operation.show(i, *this);
            } else {
                add_value(infos[i].name, operation, i, infos[i]);
            }
        }
    }

    constexpr bool full() const noexcept { return full_; }
    constexpr std::span<entry> entries() noexcept { return {entries_, size_}; }

    /// Writes `name=value&…` in the order that the entries have; `operation` is the one that was added.
    constexpr void write(bounded_output& out, const object_source& operation, quote_style style) const noexcept {
        list_writer writer(out, style);
        for (std::size_t i = 0; i < size_; ++i) {
            if (i != 0) out.put('&');
            percent_encode(out, entries_[i].name);
            out.put('=');
            if (entries_[i].list != no_list) operation.show(entries_[i].list, writer);
            else percent_encode(out, entries_[i].value);
        }
    }

private:
    class list_writer final : public viewer {
    public:
        constexpr list_writer(bounded_output& out, quote_style style) noexcept : out_(out), style_(style) {}
        constexpr bool object(const object_source&) override { return false; }
        constexpr bool list(list_source& entries) override {
            write_list(out_, entries, style_);
            return true;
        }

    private:
        percent_output out_;
        quote_style style_;
    };

    constexpr void add(const entry& e) noexcept {
        if (size_ == std::size(entries_)) full_ = true;
        else entries_[size_++] = e;
    }
    /// A field that is one value, where it is set.
    constexpr void add_value(std::string_view name, const object_source& source, std::size_t i,
                             const field_info& info) noexcept {
        if (info.kind == field_kind::text) {
            if (const auto text = source.text(i); !text.empty()) add(name, text);
        } else if (info.kind == field_kind::integer) {
            if (const auto number = source.integer(i)) add(name, keep({ascii::decimal(*number).view()}));
        } else if (info.kind == field_kind::boolean) {
            if (const auto yes = source.boolean(i)) add(name, *yes ? "true" : "false");
        }
    }
    /// The pieces joined, in this object's memory.
    constexpr std::string_view keep(std::initializer_list<std::string_view> pieces) noexcept {
        const std::size_t first = used_;
        for (std::string_view piece : pieces) {
            if (piece.size() > sizeof texts_ - used_) {
                full_ = true;
                return {};
            }
            for (char c : piece) texts_[used_++] = c;
        }
        return {texts_ + first, used_ - first};
    }
    constexpr bool object(const object_source&) override { return false; }
    /// An empty list is left out. `Name.N.Key=…` for the indexed ones, N from 1.
    constexpr bool list(list_source& entries) override {
        if (entries.size() == 0) return true;
        if (!info_->rule.indexed) return add(entry{info_->name, {}, list_}), true;
        for (std::size_t at = 0; at < entries.size(); ++at) {
            const object_source& one = entries.entry(at);
            const ascii::decimal number(static_cast<std::int64_t>(at) + 1);
            for (std::size_t i = 0; i < one.infos().size(); ++i) {
                const field_info& inner = one.infos()[i];
                add_value(keep({info_->name, ".", number.view(), ".", inner.name}), one, i, inner);
            }
        }
        return true;
    }

    entry entries_[96];
    std::size_t size_ = 0;
    char texts_[1024];
    std::size_t used_ = 0;
    bool full_ = false;
    std::size_t list_ = no_list;         // the list field that is looked at
    const field_info* info_ = nullptr;
};

}  // namespace detail

}  // namespace slbwire
