#pragma once
// From a struct with a field list to the parameters of a request.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <new>
#include <string_view>
#include <utility>

#include "../config.hpp"
#include "../core/array_view.hpp"
#include "../core/ascii.hpp"
#include "../wire/query.hpp"
#include "../wire/query_writer.hpp"
#include "../wire/quoted_text.hpp"
#include "field.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// The parameters of one request, as many as there are. Those of a usual request stand in the memory of this object;
/// more of them are moved to the heap. Texts that the operation and the caller own stay where they are.
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
        origin from = origin::field;
        std::size_t field = 0;  ///< where the list is among the operation's fields
    };

    parameter_set() noexcept = default;
    ~parameter_set() {
        delete[] more_entries_;
        while (more_texts_ != nullptr) ::operator delete(std::exchange(more_texts_, more_texts_->before));
    }
    parameter_set(const parameter_set&) = delete;  // points into itself
    parameter_set& operator=(const parameter_set&) = delete;

    void add(std::string_view name, std::string_view value) { add(entry{name, value, origin::field}); }
    void add_extra(const parameter& p) { add(entry{p.name, p.value, origin::extra}); }
    /// All fields of an operation that are set.
    void add_fields(const object_source& operation) {
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

    array_view<entry> entries() noexcept { return {entries_, size_}; }
    array_view<const entry> entries() const noexcept { return {entries_, size_}; }
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

    void add(const entry& e) {
        if (size_ == capacity_) grow();
        ::new (static_cast<void*>(entries_ + size_++)) entry(e);
    }
    SLBWIRE_COLD SLBWIRE_NOINLINE void grow() {
        auto* const more = new entry[2 * capacity_];
        for (std::size_t i = 0; i < size_; ++i) more[i] = entries_[i];
        delete[] std::exchange(more_entries_, more);
        entries_ = more;
        capacity_ *= 2;
    }
    /// A field that is one value.
    void add_value(std::string_view name, const set_field& set, origin from) {
        std::string_view value = set.view();
        if (set.info->kind == field_kind::integer) value = keep({ascii::decimal(set.number).view()});
        else if (set.info->kind == field_kind::boolean) value = set.number != 0 ? "true" : "false";
        else if (set.info->kind != field_kind::text) return;
        add(entry{name, value, from, list_});
    }
    /// The pieces joined, in memory that stays where it is as long as this object does.
    std::string_view keep(std::initializer_list<std::string_view> pieces) {
        std::size_t size = 0;
        for (std::string_view piece : pieces) size += piece.size();
        if (size > left_) add_block(size);
        char* const first = free_;
        for (std::string_view piece : pieces) {
            for (char c : piece) *free_++ = c;
        }
        left_ -= size;
        return text_of(first, size);
    }
    SLBWIRE_COLD SLBWIRE_NOINLINE void add_block(std::size_t size) {
        left_ = size < 4096 ? 4096 : size;
        more_texts_ = ::new (::operator new(sizeof(text_block) + left_)) text_block{more_texts_};
        free_ = reinterpret_cast<char*>(more_texts_ + 1);
    }
    bool object(const object_source&) override { return false; }
    /// An empty list is left out. `Name.N.Key=...` or `Name.N=...` for the indexed ones, N from 1.
    bool list(list_source& entries) override {
        if (entries.size() == 0) return true;
        list_entries_ += entries.size();
        if (info_->rule.indexed) add_indexed(entries);
        else add(entry{info_->name, {}, origin::list, list_});
        return true;
    }
    SLBWIRE_COLD void add_indexed(list_source& entries) {
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
    }

    /// In front of more room for texts.
    struct text_block {
        text_block* before;
    };

    static constexpr std::size_t usual = 96;
    // Not initialised: that would cost more than all that is done with it.
    union memory {
        memory() noexcept : nothing(0) {}
        char nothing;
        entry entries[usual];
    };

    memory memory_;
    entry* more_entries_ = nullptr;
    entry* entries_ = memory_.entries;
    std::size_t size_ = 0;
    std::size_t capacity_ = usual;
    char texts_[1024];
    text_block* more_texts_ = nullptr;
    char* free_ = texts_;
    std::size_t left_ = sizeof texts_;
    std::size_t list_ = 0;  // the list field that is looked at
    const field_info* info_ = nullptr;
    std::size_t list_entries_ = 0;
};

}  // namespace detail

}  // namespace slbwire
