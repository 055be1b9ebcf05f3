#pragma once
// Writes the parameters of a request and, on the way, what is to be signed of them.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../config.hpp"
#include "../codec/hmac.hpp"
#include "../codec/percent.hpp"
#include "../core/ascii.hpp"
#include "../core/bounded_output.hpp"
#include "../core/text.hpp"

namespace slbwire::inline SLBWIRE_ABI {

namespace detail {

/// Both forms of a value, where there is room for them.
class unchecked_query_output {
public:
    constexpr unchecked_query_output(char* once, char* twice) noexcept : once_(once), twice_(twice) {}
    SLBWIRE_ALWAYS_INLINE constexpr void put(char c) noexcept {
        once_ = put_encoded<4>(once_, c);
        twice_ = put_encoded<8>(twice_, c);
    }
    SLBWIRE_ALWAYS_INLINE constexpr void put(std::string_view text) noexcept { *this = put_by_blocks(*this, text); }
    SLBWIRE_ALWAYS_INLINE constexpr void put_unreserved(std::string_view text) noexcept {
        copy_short(once_, text);
        copy_short(twice_, text);
        once_ += text.size();
        twice_ += text.size();
    }
    void put_blocks(const char* first, std::size_t blocks) noexcept {
        const simd::percent_ends ends = simd::percent_encode<true>({once_, twice_}, first, blocks);
        once_ = ends.once;
        twice_ = ends.twice;
    }
    SLBWIRE_ALWAYS_INLINE constexpr void put_decimal(std::int64_t number) noexcept {
        if (ascii::has_short_decimal && !std::is_constant_evaluated() && number >= 0 && number < 100'000) {
            const ascii::short_text digits = ascii::short_decimal(static_cast<std::uint32_t>(number));
            std::memcpy(once_, &digits.word, sizeof digits.word);
            std::memcpy(twice_, &digits.word, sizeof digits.word);
            once_ += digits.size;
            twice_ += digits.size;
        } else {
            once_ = ascii::write_long_decimal(once_, number);
            twice_ = ascii::write_long_decimal(twice_, number);
        }
    }
    constexpr explicit operator bool() const noexcept { return once_ != nullptr; }
    constexpr char* once() const noexcept { return once_; }
    constexpr char* twice() const noexcept { return twice_; }
    constexpr void go_to(char* once, char* twice) noexcept {
        once_ = once;
        twice_ = twice;
    }
    friend constexpr bool operator==(const unchecked_query_output&, const unchecked_query_output&) noexcept = default;

private:
    char* once_;
    char* twice_;
};

}  // namespace detail

/// Writes `name=value&...` in the order in which it is called, both sides percent-encoded. Where it has a `code`, that
/// is given METHOD `&%2F&` and the same encoded once more, in one pass: the string to sign never stands anywhere as
/// a whole. Values may come in pieces, as a bounded_output takes them.
class query_writer {
public:
    /// Writes to `out`; both arguments must stay. `method` in capitals.
    constexpr explicit query_writer(bounded_output& out, hmac_sha1* code = nullptr,
                                    std::string_view method = {}) noexcept
        : out_(out), code_(code) {
        put_signed(method);
        put_signed("&%2F&");
    }

    /// Goes on to the next parameter. A `plain` name has unreserved characters only.
    constexpr void name(std::string_view name, bool plain) noexcept {
        if (!first_) {
            out_.put('&');
            put_signed("%26");
        }
        first_ = false;
        if (plain) put_unreserved(name);
        else put(name);
        out_.put('=');
        put_signed("%3D");
    }
    constexpr void put(char c) noexcept { put(detail::text_of(&c, 1)); }
    constexpr void put(std::string_view text) noexcept {
        while (!text.empty()) {
            const std::string_view piece = text.substr(0, detail::percent_piece);
            encode(piece);
            text.remove_prefix(piece.size());
        }
    }
    constexpr void put_unreserved(std::string_view text) noexcept {
        out_.put(text);
        put_signed(text);
    }
    constexpr void put_decimal(std::int64_t number) noexcept { put_unreserved(ascii::decimal(number).view()); }
    /// An output for at most `n` bytes of a value that looks no more for room, where there is enough; then `take`
    /// it back.
    constexpr detail::unchecked_query_output unchecked(std::uint64_t n) noexcept {
        if (code_ == nullptr || n > (sizeof signed_ - detail::percent_slack) / 5) return {nullptr, nullptr};
        const std::size_t bytes = static_cast<unsigned>(n);
        make_room(5 * bytes + detail::percent_slack);
        return {out_.room(3 * bytes + detail::percent_slack), signed_ + used_};
    }
    constexpr void take(const detail::unchecked_query_output& filled) noexcept {
        out_.advance(static_cast<std::size_t>(filled.once() - out_.room(0)));
        used_ = static_cast<std::size_t>(filled.twice() - signed_);
    }

    /// Gives the code what it has not had yet.
    constexpr void finish() noexcept {
        if (code_ != nullptr) code_->update(detail::text_of(signed_, used_));
        used_ = 0;
    }

private:
    constexpr void make_room(std::size_t n) noexcept {
        if (sizeof signed_ - used_ < n) finish();
    }
    /// As it is: what is encoded already.
    constexpr void put_signed(std::string_view text) noexcept {
        if (code_ == nullptr) return;
        make_room(text.size());
        if (text.size() > sizeof signed_) return code_->update(text);
        detail::copy_short(signed_ + used_, text);
        used_ += text.size();
    }
    constexpr void encode(std::string_view piece) noexcept {
        if (code_ == nullptr) return percent_encode(out_, piece);
        detail::unchecked_query_output both = unchecked(piece.size());
        const bool fits = static_cast<bool>(both);
        // There is room for what is signed, but perhaps not for what is sent.
        char once[3 * detail::percent_piece + detail::percent_slack];  // written before it is read
        if (!fits) both.go_to(once, signed_ + used_);
        both.put(piece);
        if (fits) return take(both);
        used_ = static_cast<std::size_t>(both.twice() - signed_);
        out_.put(detail::text_of(once, static_cast<std::size_t>(both.once() - once)));
    }

    bounded_output& out_;
    hmac_sha1* code_;
    bool first_ = true;
    std::size_t used_ = 0;
    char signed_[4096];  // written before it is read
};

}  // namespace slbwire
