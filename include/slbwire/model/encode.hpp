#pragma once
// From a struct with a field list to the parameters of a request.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <new>
#include <string_view>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/ascii.hpp"
#include "../wire/query.hpp"
#include "../wire/query_writer.hpp"
#include "../wire/quoted_text.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// The parameters of one request, in the memory of this object but for texts that the operation and the
/// caller own. No request of the service comes near its bounds; `full` tells one that does.
class parameter_set final : private viewer {
public:
    enum class origin : unsigned char {
        field,    ///< of the operation, or of every call; the name is static text
        list,     ///< of the operation, written when all is
        indexed,  ///< a part of such a list; the name is this object's
        extra,    ///< the caller's own; the name too
    };
    struct entry {
        std::string_view name;
        std::string_view value;
        origin from;
        std::size_t field = 0;  ///< where the list is among the operation's fields
    };

    void add(std::string_view name, std::string_view value) noexcept { add(entry{name, value, origin::field}); }
    void add_extra(const parameter& p) noexcept { add(entry{p.name, p.value, origin::extra}); }
    /// All fields of an operation that are set.
    void add_fields(const object_source& operation) noexcept {
        const array_view<const known_field> infos = operation.infos();
        set_field set[most_fields];
        const std::size_t size = operation.set_fields(set);
        for (std::size_t i = 0; i < size; ++i) {
            const known_field& info = *set[i].info;
            if (info.rule.reply_only) continue;
            if (info.kind == field_kind::list) {
                list_ = static_cast<std::size_t>(&info - infos.data());
                info_ = &info;
                operation.show(list_, *this);
            } else {
                add_value(info.name, set[i], origin::field);
            }
        }
    }

    bool full() const noexcept { return full_; }
    array_view<entry> entries() noexcept { return {memory_.entries, size_}; }
    array_view<const entry> entries() const noexcept { return {memory_.entries, size_}; }
    /// What `write` will take, about.
    std::size_t likely_bytes() const noexcept {
        std::size_t bytes = 64;
        for (const entry& e : entries()) bytes += e.name.size() + 2 + e.value.size() * 5 / 4;
        return bytes + list_entries_ * 160;
    }

    /// Writes them in the order that the entries have; `operation` is the one that was added.
    void write(query_writer& out, const object_source& operation, quote_style style) const noexcept {
        list_writer writer(out, style);
        for (const entry& e : entries()) {
            out.name(e.name, e.from != origin::extra);
            if (e.from == origin::list) operation.show(e.field, writer);
            else out.put(e.value);
        }
    }

private:
    class list_writer final : public viewer {
    public:
        list_writer(query_writer& out, quote_style style) noexcept : out_(out), style_(style) {}
        bool object(const object_source&) override { return false; }
        bool list(list_source& entries) override {
            entries.write(out_, style_);
            return true;
        }

    private:
        query_writer& out_;
        quote_style style_;
    };

    void add(const entry& e) noexcept {
        if (size_ == most) full_ = true;
        else ::new (static_cast<void*>(&memory_.entries[size_++])) entry(e);
    }
    /// A field that is one value.
    void add_value(std::string_view name, const set_field& set, origin from) noexcept {
        std::string_view value = set.view();
        if (set.info->kind == field_kind::integer) value = keep({ascii::decimal(set.number).view()});
        else if (set.info->kind == field_kind::boolean) value = set.number != 0 ? "true" : "false";
        else if (set.info->kind != field_kind::text) return;
        add(entry{name, value, from, list_});
    }
    /// The pieces joined, in this object's memory.
    std::string_view keep(std::initializer_list<std::string_view> pieces) noexcept {
        const std::size_t first = used_;
        for (std::string_view piece : pieces) {
            if (piece.size() > sizeof texts_ - used_) {
                full_ = true;
                return {};
            }
            for (char c : piece) texts_[used_++] = c;
        }
        return text_of(texts_ + first, used_ - first);
    }
    bool object(const object_source&) override { return false; }
    /// An empty list is left out. `Name.N.Key=...` or `Name.N=...` for the indexed ones, N from 1.
    bool list(list_source& entries) override {
        if (entries.size() == 0) return true;
        list_entries_ += entries.size();
        if (!info_->rule.indexed) return add(entry{info_->name, {}, origin::list, list_}), true;
        set_field set[most_fields];
        for (std::size_t at = 0; at < entries.size(); ++at) {
            const object_source& one = entries.entry(at);
            const ascii::decimal number(static_cast<std::int64_t>(at) + 1);
            const std::size_t size = one.set_fields(set);
            for (std::size_t i = 0; i < size; ++i) {
                if (set[i].info->rule.reply_only) continue;
                const std::string_view name = set[i].info->name;  // none where the entry is one value
                const std::string_view dot = name.empty() ? "" : ".";
                add_value(keep({info_->name, ".", number.view(), dot, name}), set[i], origin::indexed);
            }
        }
        return true;
    }

    static constexpr std::size_t most = 96;
    // Not initialised: that would cost more than all that is done with it.
    union memory {
        memory() noexcept : nothing(0) {}
        char nothing;
        entry entries[most];
    };

    memory memory_;
    std::size_t size_ = 0;
    char texts_[1024];
    std::size_t used_ = 0;
    bool full_ = false;
    std::size_t list_ = 0;  // the list field that is looked at
    const field_info* info_ = nullptr;
    std::size_t list_entries_ = 0;
};

}  // namespace detail

}  // namespace slbwire
